import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** The documents of a consultation as they were at each moment, and each time that somebody took them. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.dossier_versions (
        tenant_id uuid not null,
        id uuid not null,
        consultation_id uuid not null,
        -- From 1, what was published first
        number integer not null,
        reason text not null,
        weight text not null,
        -- [{ name, documentId, sha256, size }], as everybody downloads them from then on
        files jsonb not null,
        -- What differs from the version before
        diff jsonb not null,
        -- Which sentences came and went in what can be read, once a thread has compared it
        sentences jsonb,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
      );
      create unique index dossier_versions_by_number
        on procurement.dossier_versions (tenant_id, consultation_id, number);
      ${tenantTableSql('procurement.dossier_versions')}
      revoke delete on procurement.dossier_versions from halle_app;

      create table procurement.withdrawals (
        tenant_id uuid not null,
        id uuid not null,
        consultation_id uuid not null,
        version integer not null,
        -- What was taken: the whole dossier, or a file of it
        what text not null,
        -- Of who left one; whoever takes it need not (OE-05)
        email text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
      );
      create index withdrawals_of_consultation
        on procurement.withdrawals (tenant_id, consultation_id, id);
      ${tenantTableSql('procurement.withdrawals')}
      revoke update, delete on procurement.withdrawals from halle_app;
    `)
  }

  async down() {
    this.schema.raw('drop table procurement.withdrawals, procurement.dossier_versions')
  }
}
