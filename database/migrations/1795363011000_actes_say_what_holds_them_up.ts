import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Why the work on an acte was given up, in French, and what to run to take it up again
      alter table actes.actes add column trouble text, add column trouble_job jsonb;
    `)
  }

  async down() {
    this.schema.raw('alter table actes.actes drop column trouble, drop column trouble_job')
  }
}
