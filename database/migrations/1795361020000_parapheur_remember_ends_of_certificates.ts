import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Until when the certificate that signed is valid: its holder is told before it ends.
      alter table parapheur.folder_steps add column certificate_ends_at timestamptz;
    `)
  }

  async down() {
    this.schema.raw('alter table parapheur.folder_steps drop column certificate_ends_at')
  }
}
