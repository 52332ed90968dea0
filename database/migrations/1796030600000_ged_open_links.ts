import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- A door to one document or folder for whoever holds its address. It is the space's: it stands
      -- when the person who opened it leaves, and falls when its node leaves the space.
      create table ged.links (
        tenant_id uuid not null,
        id uuid not null,
        space_id uuid not null,
        node_id uuid not null,
        kind text not null check (kind in ('read', 'drop')),
        password_hash text,
        -- Wrong passwords in a row, and since when
        wrong_tries integer not null default 0,
        tries_since timestamptz,
        -- Downloads of one that is read, deposits of one that takes; null: as many as one likes
        most_uses integer check (most_uses > 0),
        uses integer not null default 0,
        expires_at timestamptz not null,
        created_at timestamptz not null,
        created_by uuid,
        revoked_at timestamptz,
        revoked_by uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, space_id) references ged.spaces(tenant_id, id),
        foreign key (tenant_id, node_id) references ged.nodes(tenant_id, id) on delete cascade
      );
      create index links_of_space on ged.links (tenant_id, space_id, id);
      create index links_of_node on ged.links (tenant_id, node_id);
      ${tenantTableSql('ged.links')}

      -- What somebody outside laid in a folder in one visit: her drop box bears the same identifier
      create table ged.link_deposits (
        tenant_id uuid not null,
        id uuid not null,
        link_id uuid not null,
        depositor text not null,
        email text,
        began_at timestamptz not null,
        -- Said by the depositor; its receipt is made then
        ended_at timestamptz,
        receipt_document_id uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, link_id) references ged.links(tenant_id, id) on delete cascade,
        foreign key (tenant_id, receipt_document_id) references kernel.documents(tenant_id, id)
      );
      create index link_deposits_of_link on ged.link_deposits (tenant_id, link_id, id);
      ${tenantTableSql('ged.link_deposits')}

      create table ged.link_files (
        tenant_id uuid not null,
        id uuid not null,
        deposit_id uuid not null,
        name text not null,
        size bigint not null,
        digest text not null,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, deposit_id) references ged.link_deposits(tenant_id, id) on delete cascade
      );
      create index link_files_of_deposit on ged.link_files (tenant_id, deposit_id, id);
      ${tenantTableSql('ged.link_files')}
    `)
  }
}
