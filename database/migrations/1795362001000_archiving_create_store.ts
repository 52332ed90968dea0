import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** The archive itself: units, their objects, what was written and checked, rules and holds. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table archiving.archived_units (
        tenant_id uuid not null,
        id uuid not null,
        deposit_id uuid not null,
        parent_id uuid,
        manifest_id text not null,
        level text not null,
        title text not null,
        start_date date,
        end_date date,
        appraisal_rule text,
        appraisal_start date,
        appraisal_end date,
        final_action text not null default 'Keep' check (final_action in ('Keep', 'Destroy')),
        access_rule text,
        access_start date,
        opens_on date,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, deposit_id, manifest_id),
        foreign key (tenant_id, deposit_id) references archiving.deposits (tenant_id, id),
        foreign key (tenant_id, parent_id) references archiving.archived_units (tenant_id, id)
      );
      create index archived_units_ending on archiving.archived_units (tenant_id, appraisal_end)
        where final_action = 'Destroy';

      create table archiving.archived_objects (
        tenant_id uuid not null,
        id uuid not null,
        deposit_id uuid not null,
        manifest_id text not null,
        document_id uuid not null,
        file_name text not null,
        media_type text not null,
        size bigint not null check (size >= 0),
        sha256 text not null,
        sha512 text not null,
        audited_at timestamptz,
        audit_outcome text check (audit_outcome in ('intact', 'altered', 'missing')),
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, deposit_id, manifest_id),
        foreign key (tenant_id, deposit_id) references archiving.deposits (tenant_id, id)
      );
      create index archived_objects_to_audit on archiving.archived_objects
        (tenant_id, audited_at nulls first, id);

      create table archiving.archived_unit_objects (
        tenant_id uuid not null,
        unit_id uuid not null,
        object_id uuid not null,
        primary key (tenant_id, unit_id, object_id),
        foreign key (tenant_id, unit_id) references archiving.archived_units (tenant_id, id),
        foreign key (tenant_id, object_id) references archiving.archived_objects (tenant_id, id)
      );

      -- The log of writings (journal des ecritures): one line per file written to a copy.
      create table archiving.archive_writes (
        tenant_id uuid not null,
        id uuid not null,
        object_id uuid not null,
        copy text not null,
        action text not null check (action in ('create', 'delete')),
        sha512 text not null,
        size bigint not null,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, object_id) references archiving.archived_objects (tenant_id, id)
      );
      create index archive_writes_of on archiving.archive_writes (tenant_id, object_id, at);

      create table archiving.archive_holds (
        tenant_id uuid not null,
        id uuid not null,
        deposit_id uuid not null,
        owner text not null,
        reason text not null,
        ends_on date,
        lifted_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, deposit_id) references archiving.deposits (tenant_id, id)
      );
      create index archive_holds_of on archiving.archive_holds (tenant_id, deposit_id);

      -- What a collectivite adds to the rules that the product knows, or says otherwise.
      create table archiving.retention_rules (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        code text not null,
        category text not null check (category in ('Appraisal', 'Access', 'Hold')),
        duration text not null,
        label text not null,
        source text,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, category, code)
      );

      ${[
        'archived_units',
        'archived_objects',
        'archived_unit_objects',
        'archive_writes',
        'archive_holds',
        'retention_rules',
      ]
        .map((table) => tenantTableSql(`archiving.${table}`))
        .join('')}
      revoke update, delete on archiving.archive_writes from halle_app;
    `)
  }
}
