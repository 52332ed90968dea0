import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- The words among which a misspelt one is righted, texts included, for things that are many:
      -- kept by permission, so that nobody is told a word of what she may not read. A word outlives
      -- the thing that held it: whoever rights a word asks whether anything still answers to it.
      create table kernel.search_words (
        tenant_id uuid not null references kernel.tenants(id),
        kind text not null,
        permission text not null,
        word text not null,
        primary key (tenant_id, kind, permission, word)
      );
      ${tenantTableSql('kernel.search_words')}
    `)
  }

  async down() {
    this.schema.raw('drop table kernel.search_words')
  }
}
