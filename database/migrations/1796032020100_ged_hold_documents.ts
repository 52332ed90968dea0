import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- That a document, or a folder with all it holds, is neither changed nor thrown away until it is lifted
      create table ged.holds (
        tenant_id uuid not null,
        id uuid not null,
        node_id uuid not null,
        reason text not null,
        placed_at timestamptz not null,
        placed_by uuid,
        lifted_at timestamptz,
        lifted_by uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, node_id) references ged.nodes(tenant_id, id) on delete cascade
      );
      create index holds_of_node on ged.holds (tenant_id, node_id);
      create index holds_standing on ged.holds (tenant_id, node_id) where lifted_at is null;
      ${tenantTableSql('ged.holds')}
    `)
  }

  async down() {
    this.schema.raw(`drop table ged.holds;`)
  }
}
