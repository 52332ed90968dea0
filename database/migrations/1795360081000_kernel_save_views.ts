import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- A list as somebody wants to find it again: the query of its address, under a name.
      create table kernel.saved_views (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        list text not null,
        name text not null,
        query text not null,
        person_id uuid not null references kernel.users(id),
        shared boolean not null default false,
        created_at timestamptz not null,
        primary key (tenant_id, id)
      );
      create unique index saved_views_by_name
        on kernel.saved_views (tenant_id, list, person_id, name);
      ${tenantTableSql('kernel.saved_views')}
    `)
  }

  async down() {
    this.schema.raw('drop table kernel.saved_views')
  }
}
