import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What the rooms let people find, written in the transaction of the thing itself. Its words
      -- come normalised (lib/french/search). No GIN index: @@ is not leakproof, and behind
      -- row-level security PostgreSQL never gives such an operator to an index.
      create table kernel.search_entries (
        tenant_id uuid not null references kernel.tenants(id),
        -- « room.thing »
        kind text not null,
        thing_id uuid not null,
        -- What whoever finds it must hold in the tenant
        permission text not null,
        words tsvector not null,
        -- What everybody may find it by; null when it is not public
        public_words tsvector,
        primary key (tenant_id, kind, thing_id)
      );
      ${tenantTableSql('kernel.search_entries')}
    `)
  }

  async down() {
    this.schema.raw('drop table kernel.search_entries')
  }
}
