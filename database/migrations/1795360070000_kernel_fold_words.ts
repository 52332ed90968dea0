import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- A text as people search it: neither accents nor capitals, ligatures in two letters. Plain
      -- SQL, since the extension unaccent needs rights that a bare PostgreSQL does not give.
      create function kernel.folded(words text) returns text
        language sql immutable strict parallel safe
        return replace(replace(replace(
          regexp_replace(lower(normalize(words, NFKD)), '[\\u0300-\\u036f]', '', 'g'),
          'œ', 'oe'), 'æ', 'ae'), '’', '''');
    `)
  }

  async down() {
    this.schema.raw('drop function kernel.folded(text)')
  }
}
