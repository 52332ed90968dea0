import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Where papers come from by themselves: a folder of scans of the machine, a mailbox
      create table ged.inlets (
        tenant_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('folder', 'mailbox')),
        -- Where what comes is filed: the root of the space when no folder is named
        space_id uuid not null,
        folder_id uuid,
        -- The name of the folder of scans, or « host:port/mailbox »
        source text not null,
        login text,
        password text,
        -- Why its last visit took nothing, and since when
        trouble text,
        troubled_since timestamptz,
        visited_at timestamptz,
        opened_at timestamptz not null,
        opened_by uuid,
        closed_at timestamptz,
        closed_by uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, space_id) references ged.spaces(tenant_id, id),
        foreign key (tenant_id, folder_id) references ged.nodes(tenant_id, id) on delete cascade,
        constraint inlets_mailboxes_have_a_password check
          ((kind = 'mailbox') = (login is not null and password is not null))
      );
      create index inlets_of_folder on ged.inlets (tenant_id, folder_id);
      create index inlets_of_space on ged.inlets (tenant_id, space_id);
      create unique index inlets_watch_a_source_once
        on ged.inlets (tenant_id, kind, source, coalesce(login, '')) where closed_at is null;
      ${tenantTableSql('ged.inlets')}
      ${systemMay(['select'], 'ged.inlets', 'each minute those that are open are visited, whoever they are of')}

      -- What came by one of them, once: a file, or a message with what it carries
      create table ged.arrivals (
        tenant_id uuid not null,
        id uuid not null,
        inlet_id uuid not null,
        -- What the source knows it by
        key text not null,
        name text not null,
        -- The document that it is; it may have been deleted since. Null: it was refused
        node_id uuid,
        refusal text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, inlet_id) references ged.inlets(tenant_id, id) on delete cascade,
        constraint arrivals_are_filed_or_refused check ((node_id is null) = (refusal is not null))
      );
      create unique index arrivals_come_once on ged.arrivals (tenant_id, inlet_id, key);
      create index arrivals_of_inlet on ged.arrivals (tenant_id, inlet_id, id);
      ${tenantTableSql('ged.arrivals')}
    `)
  }

  async down() {
    this.schema.raw('drop table ged.arrivals; drop table ged.inlets;')
  }
}
