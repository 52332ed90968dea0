import { BaseSchema } from '@adonisjs/lucid/schema'

/** From where a session was opened, and where a person may be called (decision 0086). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- An address or its /64, as long as the session and no longer; null for those of before.
      alter table kernel.sessions add column network text;
      -- E.164: +33299000000
      alter table kernel.users add column phone text check (phone ~ '^\\+[1-9][0-9]{6,14}$');
    `)
  }

  async down() {
    this.schema.raw(`
      alter table kernel.sessions drop column network;
      alter table kernel.users drop column phone;
    `)
  }
}
