import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What the member wrote itself: its blueprint brings it to nothing else any more
      alter table parapheur.desks add column decided_here boolean not null default false;
      alter table parapheur.circuits add column decided_here boolean not null default false;
      alter table parapheur.folder_types add column decided_here boolean not null default false;
    `)
  }

  async down() {
    this.schema.raw(`
      alter table parapheur.folder_types drop column decided_here;
      alter table parapheur.circuits drop column decided_here;
      alter table parapheur.desks drop column decided_here;
    `)
  }
}
