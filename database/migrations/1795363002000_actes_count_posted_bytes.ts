import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What left for the ministry within an hour, all members together
      create table actes.posting_hours (
        hour timestamptz primary key,
        bytes bigint not null
      );
      alter table actes.posting_hours enable row level security;
      alter table actes.posting_hours force row level security;
      ${systemMay(['select', 'insert', 'update', 'delete'], 'actes.posting_hours', 'the ministry counts the operator, not each member')}
    `)
  }

  async down() {
    this.schema.raw('drop table actes.posting_hours')
  }
}
