import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- The last entries of the services that somebody may read, without those of the others.
      create index journal_by_capability
        on kernel.journal_entries (tenant_id, capability, position desc);
    `)
  }

  async down() {
    this.schema.raw('drop index kernel.journal_by_capability')
  }
}
