import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What is proposed no more: that papers alike in this become what the last ones became
      create table ged.learnt_refusals (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        kind text not null check (kind in ('sender', 'pattern', 'word')),
        said text not null,
        at timestamptz not null,
        by uuid,
        primary key (tenant_id, id),
        unique (tenant_id, kind, said)
      );
      ${tenantTableSql('ged.learnt_refusals')}
      create index arrivals_of_node on ged.arrivals (tenant_id, node_id) where node_id is not null;
    `)
  }

  async down() {
    this.schema.raw(`
      drop index ged.arrivals_of_node;
      drop table ged.learnt_refusals;
    `)
  }
}
