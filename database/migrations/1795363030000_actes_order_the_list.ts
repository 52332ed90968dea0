import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What orders the list by objet: written beside the row, since a comparison with a function
      -- that is not leakproof would not reach the index behind the wall of the tenant.
      alter table actes.actes add column objet_key text collate "C"
        generated always as (left(kernel.folded(objet), 60)) stored;

      create index actes_by_numero on actes.actes (tenant_id, numero, id);
      create index actes_by_objet on actes.actes (tenant_id, objet_key, id);
      create index actes_by_nature
        on actes.actes (tenant_id, coalesce(nature_code, 0::smallint), id);
      create index actes_by_decision
        on actes.actes (tenant_id, coalesce(decision_date, '-infinity'::date), id);
      create index actes_by_change
        on actes.actes (tenant_id, coalesce(updated_at, created_at), id);
    `)
  }

  async down() {
    this.schema.raw(`
      drop index actes.actes_by_change, actes.actes_by_decision, actes.actes_by_nature,
        actes.actes_by_numero;
      alter table actes.actes drop column objet_key;
    `)
  }
}
