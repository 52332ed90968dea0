import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Dates as columns and not as expressions: lines between two of them are counted in the index
      -- alone, which an expression forbids (its own columns would have to be there too).
      alter table actes.actes
        add column decision_key date
          generated always as (coalesce(decision_date, '-infinity'::date)) stored,
        add column changed_key timestamptz
          generated always as (coalesce(updated_at, created_at)) stored;

      drop index actes.actes_by_decision, actes.actes_by_change;
      create index actes_by_decision on actes.actes (tenant_id, decision_key, id);
      create index actes_by_change on actes.actes (tenant_id, changed_key, id);
    `)
  }

  async down() {
    this.schema.raw(`
      alter table actes.actes drop column decision_key, drop column changed_key;
      create index actes_by_decision
        on actes.actes (tenant_id, coalesce(decision_date, '-infinity'::date), id);
      create index actes_by_change
        on actes.actes (tenant_id, coalesce(updated_at, created_at), id);
    `)
  }
}
