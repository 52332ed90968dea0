import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- The time of the last entry: none that follows may be earlier, whatever the clock says.
      alter table kernel.journal_heads add column at timestamptz;
      -- The last seal that has left the house by mail.
      alter table kernel.journal_heads add column told_seal bigint not null default 0;
      -- Who vouches for a seal, besides the authority that dates it.
      alter table kernel.journal_seals add column signatures jsonb not null default '[]';
    `)
  }

  async down() {
    this.schema.raw(`
      alter table kernel.journal_seals drop column signatures;
      alter table kernel.journal_heads drop column told_seal;
      alter table kernel.journal_heads drop column at;
    `)
  }
}
