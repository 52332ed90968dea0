import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What follows from what somebody outside does is written with it: jobs of the whole platform,
      -- of that part of the house alone, and in somebody's name. Nothing is read here.
      create policy outsiders_tell_the_platform on kernel.outbox for insert to halle_app
        with check (
          tenant_id is null and name like 'outsiders.%'
          and nullif(current_setting('app.person_id', true), '') is not null
        );
    `)
  }

  async down() {
    this.schema.raw('drop policy outsiders_tell_the_platform on kernel.outbox')
  }
}
