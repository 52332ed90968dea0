import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- A folder that is closed has rights of its own, and whoever had more than reading there reads
      alter table ged.access_lists
        add column closed_at timestamptz,
        add column closed_by uuid,
        add constraint access_lists_closed_are_folders check (closed_at is null or node_id is not null);
    `)
  }

  async down() {
    this.schema.raw(`
      alter table ged.access_lists drop constraint access_lists_closed_are_folders,
        drop column closed_at, drop column closed_by;
    `)
  }
}
