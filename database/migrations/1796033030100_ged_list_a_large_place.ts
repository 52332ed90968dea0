import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What a place holds, in the order of its page, at the root of a space too (app/ged/nodes/in_order):
      -- a page of a space of a hundred thousand documents read and ordered all of them.
      create index nodes_in_place on ged.nodes (tenant_id, space_id,
        (case when parent_id is null then '00000000-0000-0000-0000-000000000000'::uuid else parent_id end),
        (case kind when 'folder' then '0' else '1' end || name_key), id) where deleted_at is null;
      drop index ged.nodes_in_order;
      -- A space is of one member and a list of rights of one space: taken apart, the three make believe
      -- that a large member holds a few documents, and that ordering them costs nothing.
      create statistics ged.nodes_of_members (dependencies) on tenant_id, space_id, access_id from ged.nodes;
    `)
  }

  async down() {
    this.schema.raw(`
      drop statistics ged.nodes_of_members;
      create index nodes_in_order on ged.nodes
        (tenant_id, space_id, parent_id, kind desc, name_key, id) where deleted_at is null;
      drop index ged.nodes_in_place;
    `)
  }
}
