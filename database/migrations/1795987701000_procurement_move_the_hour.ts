import { BaseSchema } from '@adonisjs/lucid/schema'
import { readByPerson } from '#app/outsiders/wall/sql'
import { tellsPublicSql, tenantTableSql } from '#kernel/tenancy/sql'

/** What changes of a consultation once it is public, who asked to be told, and a pli taken back. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.consultation_changes (
        tenant_id uuid not null,
        id uuid not null,
        consultation_id uuid not null,
        kind text not null,
        words text not null,
        -- The hour as it is from then on
        deadline timestamptz not null,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
      );
      create index changes_of_consultation
        on procurement.consultation_changes (tenant_id, consultation_id, at);
      ${tenantTableSql('procurement.consultation_changes')}
      ${tellsPublicSql('procurement.consultation_changes')}

      create table procurement.followers (
        tenant_id uuid not null,
        id uuid not null,
        consultation_id uuid not null,
        email text not null,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
      );
      create unique index followers_of_consultation
        on procurement.followers (tenant_id, consultation_id, email);
      ${tenantTableSql('procurement.followers')}

      alter table procurement.plis
        add column request_key text,
        add column withdrawn_at timestamptz;
      create unique index plis_by_request
        on procurement.plis (tenant_id, person_id, request_key) where request_key is not null;
      create index plis_of_person on procurement.plis (person_id, id);
      ${readByPerson('procurement.plis', 'person_id')}
      create index consultations_published on procurement.consultations (id)
        where published_at is not null;
    `)
  }

  async down() {
    this.schema.raw(`
      drop index procurement.consultations_published, procurement.plis_of_person;
      drop policy own_person on procurement.plis;
      alter table procurement.plis drop column request_key, drop column withdrawn_at;
      drop table procurement.followers, procurement.consultation_changes;
    `)
  }
}
