import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** Two records that may be one person's: what waits for the agents of a member that knows one of them. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table kernel.likenesses (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        -- The older record: it answers for both once they are one
        person_id uuid not null,
        person_name text not null,
        other_id uuid not null,
        other_name text not null,
        state text not null default 'waiting'
          check (state in ('waiting', 'proposed', 'joined', 'apart')),
        proposed_by uuid,
        proposed_at timestamptz,
        settled_by uuid,
        settled_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, person_id, other_id),
        check (person_id < other_id),
        -- Two agents: what joins two records opens one to whoever holds the other
        check (state <> 'joined' or (proposed_by is not null and settled_by <> proposed_by))
      );
      create index likenesses_waiting on kernel.likenesses (tenant_id, id)
        where state in ('waiting', 'proposed');
      ${tenantTableSql('kernel.likenesses')}
    `)
  }
}
