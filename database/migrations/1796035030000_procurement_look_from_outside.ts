import { BaseSchema } from '@adonisjs/lucid/schema'
import { globalTableSql, systemMay, tenantTableSql } from '#kernel/tenancy/sql'

/** Who looks at the platform from elsewhere, what it saw, and when the journal of a buyer learnt of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.outside_probes (
        id uuid primary key,
        name text not null unique,
        -- Ed25519, 32 bytes in base64url; nobody here holds the private one
        public_key text not null,
        previous_key text,
        -- Until when what the former key signed is still taken
        previous_until timestamptz,
        created_at timestamptz not null,
        revoked_at timestamptz,
        -- When it last sent something, and how far ahead of ours its clock was
        heard_at timestamptz,
        drift_ms integer
      );
      ${globalTableSql('procurement.outside_probes')}
      revoke delete on procurement.outside_probes from halle_app, halle_system;

      create table procurement.outside_looks (
        id uuid primary key,
        probe_id uuid not null references procurement.outside_probes(id),
        -- Since 1970: one look a minute
        minute integer not null,
        -- By the clock of the probe
        at timestamptz not null,
        -- By ours
        received_at timestamptz not null,
        is_late boolean not null,
        is_up boolean not null,
        ms integer not null,
        fault text,
        drift_ms integer not null,
        -- What a wrong clock dated takes the place of nothing
        is_timely boolean not null,
        public_key text not null,
        signature text not null,
        unique (probe_id, minute, is_timely)
      );
      create index outside_looks_in_order on procurement.outside_looks (at);
      create index outside_looks_received on procurement.outside_looks (received_at);
      create index outside_looks_late on procurement.outside_looks (received_at) where is_late;
      ${globalTableSql('procurement.outside_looks')}
      revoke update, delete on procurement.outside_looks from halle_app;

      create table procurement.outside_periods (
        tenant_id uuid not null,
        id uuid not null,
        consultation_id uuid not null,
        -- What was received after the first, up to the second
        from_at timestamptz not null,
        to_at timestamptz not null,
        -- Of looks that began after the first, up to the second
        about_from timestamptz not null,
        about_to timestamptz not null,
        first_at timestamptz,
        last_at timestamptz,
        lines integer not null,
        -- RFC 6962 §2.1 over the lines; null where nothing came
        root text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
      );
      create index outside_periods_of_consultation
        on procurement.outside_periods (tenant_id, consultation_id, to_at);
      ${tenantTableSql('procurement.outside_periods')}
      revoke update, delete on procurement.outside_periods from halle_app;
      ${systemMay(['select'], 'procurement.outside_periods', 'whose looks wait for the journal is watched for all members')}
    `)
  }

  async down() {
    this.schema.raw(
      'drop table procurement.outside_periods, procurement.outside_looks, procurement.outside_probes'
    )
  }
}
