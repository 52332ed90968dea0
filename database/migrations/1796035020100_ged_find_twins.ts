import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- The same bytes in several places, the largest first
      create index versions_by_size on ged.versions (tenant_id, size desc, digest, node_id);
    `)
  }

  async down() {
    this.schema.raw('drop index ged.versions_by_size')
  }
}
