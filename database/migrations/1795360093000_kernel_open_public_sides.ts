import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Since when everybody may open the pages of a member; none until the member itself says so.
      alter table kernel.tenants add column public_since timestamptz;
      -- Those that are there were open to all: nothing closes behind their back.
      update kernel.tenants set public_since = now();
    `)
  }

  async down() {
    this.schema.raw('alter table kernel.tenants drop column public_since')
  }
}
