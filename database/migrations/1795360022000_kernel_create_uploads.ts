import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Files on their way, piece by piece; the pieces rest encrypted beside the documents.
      create table kernel.uploads (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        person_id uuid not null references kernel.users(id),
        name text not null,
        size bigint not null check (size > 0),
        received bigint not null default 0 check (received between 0 and size),
        pieces integer[] not null default '{}',
        created_at timestamptz not null default now(),
        touched_at timestamptz not null default now(),
        primary key (tenant_id, id)
      );
      create index uploads_of_person on kernel.uploads (tenant_id, person_id);
      create index uploads_left on kernel.uploads (tenant_id, touched_at);
      ${tenantTableSql('kernel.uploads')}
      ${systemMay(['select'], 'kernel.uploads', 'what nobody came back for is found in every tenant')}
    `)
  }

  async down() {
    this.schema.raw('drop table kernel.uploads')
  }
}
