import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ${systemMay(['select'], 'parapheur.delegations', 'each day, the absences that begin or end are followed everywhere')}
      create index delegations_by_day on parapheur.delegations (tenant_id, starts_on, ends_on)
        where revoked_at is null;
    `)
  }

  async down() {
    this.schema.raw(`
      drop index parapheur.delegations_by_day;
      drop policy system_work on parapheur.delegations;
      revoke select on parapheur.delegations from halle_system;
    `)
  }
}
