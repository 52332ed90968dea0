import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Whether somebody has begun one is asked on her home, as long as she has not.
      create index actes_of_author on actes.actes (tenant_id, created_by);
    `)
  }

  async down() {
    this.schema.raw('drop index actes.actes_of_author')
  }
}
