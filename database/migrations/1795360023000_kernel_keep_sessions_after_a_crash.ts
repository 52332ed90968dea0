import { BaseSchema } from '@adonisjs/lucid/schema'

/** An unlogged table is emptied by a crash of PostgreSQL, and a replica has none of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table kernel.sessions set logged;
      alter table kernel.rate_limits set logged;
    `)
  }
}
