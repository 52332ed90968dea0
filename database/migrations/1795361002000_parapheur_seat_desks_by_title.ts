import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Whoever bears one of these titles in the collectivite sits at the desk
      alter table parapheur.desks drop column title;
      alter table parapheur.desks add column titles text[] not null default '{}';
      alter table parapheur.circuits drop column serves;

      create table parapheur.folder_types (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        key text not null,
        name text not null,
        circuit_key text not null,
        position smallint not null,
        primary key (tenant_id, id),
        unique (tenant_id, key)
      );
      ${tenantTableSql('parapheur.folder_types')}
    `)
  }

  async down() {
    this.schema.raw(`
      drop table parapheur.folder_types;
      alter table parapheur.circuits add column serves text;
      alter table parapheur.desks drop column titles;
      alter table parapheur.desks add column title text;
    `)
  }
}
