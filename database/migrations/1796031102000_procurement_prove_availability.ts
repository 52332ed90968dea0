import { BaseSchema } from '@adonisjs/lucid/schema'
import { globalTableSql, tenantTableSql } from '#kernel/tenancy/sql'

/** What proves that the platform worked (CE, 23 September 2021, n° 449250): its probes, and its own faults in a deposit. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.deposit_faults (
        tenant_id uuid not null,
        id uuid not null,
        consultation_id uuid not null,
        pli_id uuid,
        gesture text not null,
        status integer not null,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
      );
      create index deposit_faults_of_consultation
        on procurement.deposit_faults (tenant_id, consultation_id, at);
      ${tenantTableSql('procurement.deposit_faults')}
      revoke update, delete on procurement.deposit_faults from halle_app;

      create table procurement.attestations (
        tenant_id uuid not null,
        id uuid not null,
        consultation_id uuid not null,
        from_at timestamptz not null,
        to_at timestamptz not null,
        -- The ZIP of the attestation and of its proof; null while it is sealed
        document_id uuid,
        made_at timestamptz not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
      );
      create index attestations_of_consultation
        on procurement.attestations (tenant_id, consultation_id, id);
      ${tenantTableSql('procurement.attestations')}

      create table procurement.probes (
        id uuid primary key,
        at timestamptz not null,
        is_up boolean not null,
        ms integer not null,
        fault text
      );
      create index probes_in_order on procurement.probes (at);
      ${globalTableSql('procurement.probes')}
    `)
  }

  async down() {
    this.schema.raw(
      'drop table procurement.probes, procurement.attestations, procurement.deposit_faults'
    )
  }
}
