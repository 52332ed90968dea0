import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What happened this month is counted on every home: never by reading the whole history.
      create index transitions_by_event on actes.acte_transitions (tenant_id, event, at);
      -- The drafts of one person, the last touched first.
      create index drafts_of_person
        on actes.actes (tenant_id, created_by, (coalesce(updated_at, created_at)) desc)
        where state = 'draft';
    `)
  }

  async down() {
    this.schema.raw('drop index actes.transitions_by_event, actes.drafts_of_person')
  }
}
