import { BaseSchema } from '@adonisjs/lucid/schema'

/** A deposit is answered for in the terms under which it left, whatever the settings say since. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table archiving.deposits
        add column seda_version text not null default '2.3',
        add column archival_agency text not null default 'HALLE-ARCHIVES';
    `)
  }
}
