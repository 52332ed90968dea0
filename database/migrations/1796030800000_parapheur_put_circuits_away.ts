import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Of each version of a circuit that serves no more; the folders that took it keep it
      alter table parapheur.circuits add column put_away_at timestamptz;
    `)
  }

  async down() {
    this.schema.raw('alter table parapheur.circuits drop column put_away_at;')
  }
}
