import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Files that could not be kept: the acte does not leave without them by distraction.
      alter table actes.actes add column refused_files text[] not null default '{}';
    `)
  }

  async down() {
    this.schema.raw('alter table actes.actes drop column refused_files')
  }
}
