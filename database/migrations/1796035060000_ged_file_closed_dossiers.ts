import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Where rooms have their closed dossiers filed: one a member, and nobody changes what it holds
      alter table ged.spaces drop constraint spaces_kind_check,
        add constraint spaces_kind_check
          check (kind in ('tenant', 'service', 'shared', 'personal', 'system'));
      create unique index spaces_of_system on ged.spaces (tenant_id) where kind = 'system';
      -- Its root is closed as its folders are
      alter table ged.access_lists drop constraint access_lists_closed_are_folders;
      -- Whoever holds a permission of the room that a dossier comes from
      alter table ged.access_entries drop constraint access_entries_principal_kind_check,
        add constraint access_entries_principal_kind_check
          check (principal_kind in ('role', 'person', 'member', 'permission'));

      -- What each folder and document of that space is of: the dossier itself (paper ''), or one of
      -- its papers as its room calls it
      create table ged.filings (
        tenant_id uuid not null,
        room text not null,
        dossier_id text not null,
        paper text not null,
        node_id uuid not null,
        primary key (tenant_id, room, dossier_id, paper),
        foreign key (tenant_id, node_id) references ged.nodes(tenant_id, id)
      );
      create unique index filings_of_nodes on ged.filings (tenant_id, node_id);
      ${tenantTableSql('ged.filings')}
    `)
  }
}
