import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- A file that was given as an annexe and could not be kept: the draft does not leave without a word
      create table actes.refused_annexes (
        tenant_id uuid not null,
        id uuid not null,
        acte_id uuid not null,
        name text not null,
        reason text not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, acte_id) references actes.actes (tenant_id, id) on delete cascade
      );
      create index refused_annexes_of_acte on actes.refused_annexes (tenant_id, acte_id, id);
      ${tenantTableSql('actes.refused_annexes')}
    `)
  }

  async down() {
    this.schema.raw('drop table actes.refused_annexes')
  }
}
