import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What somebody says of a document, beside it
      create table ged.comments (
        tenant_id uuid not null,
        id uuid not null,
        node_id uuid not null,
        author_id uuid not null,
        -- Null once its author withdrew it
        body text,
        at timestamptz not null,
        withdrawn_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, node_id) references ged.nodes(tenant_id, id) on delete cascade,
        constraint comments_withdrawn_say_nothing check ((body is null) = (withdrawn_at is not null))
      );
      create index comments_of_node on ged.comments (tenant_id, node_id, id);
      ${tenantTableSql('ged.comments')}

      -- What a document is to another
      create table ged.relations (
        tenant_id uuid not null,
        id uuid not null,
        from_id uuid not null,
        to_id uuid not null,
        kind text not null check (kind in ('replies', 'annex', 'replaces', 'see')),
        created_at timestamptz not null,
        created_by uuid,
        primary key (tenant_id, id),
        unique (tenant_id, from_id, to_id, kind),
        foreign key (tenant_id, from_id) references ged.nodes(tenant_id, id) on delete cascade,
        foreign key (tenant_id, to_id) references ged.nodes(tenant_id, id) on delete cascade,
        constraint relations_are_of_two check (from_id <> to_id)
      );
      create index relations_to on ged.relations (tenant_id, to_id);
      ${tenantTableSql('ged.relations')}
    `)
  }

  async down() {
    this.schema.raw(`
      drop table ged.relations;
      drop table ged.comments;
    `)
  }
}
