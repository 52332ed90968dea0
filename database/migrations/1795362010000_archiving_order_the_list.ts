import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What orders the list by title, as that of the actes (decision 0081).
      alter table archiving.deposits add column title_key text collate "C"
        generated always as (left(kernel.folded(title), 60)) stored;
      create index deposits_by_title on archiving.deposits (tenant_id, title_key, id);
      create index deposits_by_moment on archiving.deposits (tenant_id, created_at, id);
    `)
  }

  async down() {
    this.schema.raw(`
      drop index archiving.deposits_by_moment;
      alter table archiving.deposits drop column title_key;
    `)
  }
}
