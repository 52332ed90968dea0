import { BaseSchema } from '@adonisjs/lucid/schema'
import { globalTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- The views of the lists that stand above the members: the operator's, and one's own tasks.
      create table kernel.views_above (
        id uuid primary key,
        list text not null,
        name text not null,
        query text not null,
        person_id uuid not null references kernel.users(id),
        shared boolean not null default false,
        created_at timestamptz not null
      );
      create unique index views_above_by_name on kernel.views_above (list, person_id, name);
      ${globalTableSql('kernel.views_above')}
    `)
  }

  async down() {
    this.schema.raw('drop table kernel.views_above')
  }
}
