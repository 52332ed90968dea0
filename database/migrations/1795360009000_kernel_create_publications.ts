import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What a collectivite has made public, by the digest of its file
      create table kernel.publications (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        sha256 text not null,
        title text not null,
        url text not null,
        facts jsonb not null default '[]',
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, sha256)
      );
      create index publications_by_digest on kernel.publications (sha256);
      ${tenantTableSql('kernel.publications')}
      ${systemMay(['select'], 'kernel.publications', 'anybody may ask what a published file is')}
    `)
  }

  async down() {
    this.schema.raw('drop table kernel.publications')
  }
}
