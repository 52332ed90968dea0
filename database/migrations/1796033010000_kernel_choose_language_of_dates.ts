import { BaseSchema } from '@adonisjs/lucid/schema'

/** In which language a person reads the dates of her screens; null for French (decision 0168). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- ISO 639-1: which of them the product knows is its own affair (lib/languages)
      alter table kernel.users add column dates_language text check (dates_language ~ '^[a-z]{2}$');
    `)
  }

  async down() {
    this.schema.raw('alter table kernel.users drop column dates_language')
  }
}
