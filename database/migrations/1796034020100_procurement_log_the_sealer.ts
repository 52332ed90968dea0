import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** Which scripts the page of deposit was served with, and which one sent each pli. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.sealers (
        tenant_id uuid not null,
        id uuid not null,
        -- SHA-256 over the names and digests of its files
        digest text not null,
        files jsonb not null,
        first_at timestamptz not null,
        last_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, digest)
      );
      ${tenantTableSql('procurement.sealers')}
      revoke delete on procurement.sealers from halle_app;
      alter table procurement.plis add column sealer text;
    `)
  }

  async down() {
    this.schema.raw(
      'alter table procurement.plis drop column sealer; drop table procurement.sealers'
    )
  }
}
