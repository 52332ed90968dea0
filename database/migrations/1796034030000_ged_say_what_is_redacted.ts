import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table ged.relations
        drop constraint relations_kind_check,
        -- A copy without some of its words, and a part of a whole that was cut
        add constraint relations_kind_check
          check (kind in ('replies', 'annex', 'replaces', 'see', 'redacts', 'extracts'));
    `)
  }

  async down() {
    this.schema.raw(`
      delete from ged.relations where kind in ('redacts', 'extracts');
      alter table ged.relations
        drop constraint relations_kind_check,
        add constraint relations_kind_check check (kind in ('replies', 'annex', 'replaces', 'see'));
    `)
  }
}
