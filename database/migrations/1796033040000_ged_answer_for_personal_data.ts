import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What the register says of a type of documents (RGPD, art. 30); its duration is that of the type
      create table ged.processings (
        tenant_id uuid not null,
        id uuid not null,
        type_id uuid not null,
        purpose text not null,
        -- RGPD, art. 6, 1, a to f
        legal_basis text not null check (legal_basis in ('a', 'b', 'c', 'd', 'e', 'f')),
        persons text not null,
        data text not null,
        recipients text not null,
        told_at timestamptz not null,
        told_by uuid,
        primary key (tenant_id, id),
        unique (tenant_id, type_id),
        foreign key (tenant_id, type_id) references ged.document_types(tenant_id, id)
      );
      ${tenantTableSql('ged.processings')}

      -- Of whom somebody looks for the documents: forgotten after a month
      create table ged.person_searches (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        owner_id uuid not null,
        -- { family, given, others, email, phone }
        said jsonb not null,
        reference text,
        at timestamptz not null,
        primary key (tenant_id, id)
      );
      create index person_searches_of_owner on ged.person_searches (tenant_id, owner_id, id);
      create index person_searches_by_age on ged.person_searches (tenant_id, at);
      ${tenantTableSql('ged.person_searches')}

      -- What is proposed to the archives for destruction, and their visa (Code du patrimoine, L212-2)
      create table ged.eliminations (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        opened_at timestamptz not null,
        opened_by uuid,
        visa_reference text,
        visa_day date,
        carried_out_at timestamptz,
        carried_out_by uuid,
        primary key (tenant_id, id),
        constraint eliminations_have_their_visa
          check (carried_out_at is null or (visa_reference is not null and visa_day is not null))
      );
      ${tenantTableSql('ged.eliminations')}

      -- Kept without end, and outlives what it names
      create table ged.elimination_lines (
        tenant_id uuid not null,
        id uuid not null,
        elimination_id uuid not null,
        node_id uuid not null,
        title text not null,
        path text not null,
        type text,
        document_day date,
        retention_rule text not null,
        until date not null,
        -- What the visa did of it: null until then
        outcome text check (outcome in ('thrown', 'kept')),
        primary key (tenant_id, id),
        unique (tenant_id, elimination_id, node_id),
        foreign key (tenant_id, elimination_id)
          references ged.eliminations(tenant_id, id) on delete cascade
      );
      create index elimination_lines_of_node on ged.elimination_lines (tenant_id, node_id);
      ${tenantTableSql('ged.elimination_lines')}

      create index nodes_counting_down on ged.nodes (tenant_id, retention_from)
        where retention_from is not null and deleted_at is null;
    `)
  }

  async down() {
    this.schema.raw(`
      drop index ged.nodes_counting_down;
      drop table ged.elimination_lines;
      drop table ged.eliminations;
      drop table ged.person_searches;
      drop table ged.processings;
    `)
  }
}
