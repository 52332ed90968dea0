import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Who saved a form last, so that the person whom this overtakes is told by whom and when.
      create table kernel.form_savings (
        tenant_id uuid not null references kernel.tenants(id),
        form text not null,
        person_id uuid references kernel.users(id),
        saved_at timestamptz not null,
        primary key (tenant_id, form)
      );
      ${tenantTableSql('kernel.form_savings')}
    `)
  }

  async down() {
    this.schema.raw('drop table kernel.form_savings')
  }
}
