import { BaseSchema } from '@adonisjs/lucid/schema'
import { readByPerson } from '#app/outsiders/wall/sql'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** What companies ask of a consultation, and what everybody is answered (R2132-6). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.questions (
        tenant_id uuid not null,
        id uuid not null,
        consultation_id uuid not null,
        person_id uuid not null,
        asker text not null,
        establishment_id uuid not null,
        siret text not null,
        company text not null,
        request_key text,
        text text not null,
        asked_at timestamptz not null,
        -- After the day until which the buyer owes an answer
        is_late boolean not null,
        state text not null,
        -- Its rank among those that everybody reads; null while it is not answered
        number integer,
        -- The question as everybody reads it, which no longer says who asks
        published_text text,
        answer text,
        reason text,
        answered_at timestamptz,
        answered_by uuid,
        -- Six days before the hour had passed, of a question that came in time
        is_late_answer boolean not null default false,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
      );
      create index questions_of_consultation
        on procurement.questions (tenant_id, consultation_id, id);
      create unique index questions_by_number
        on procurement.questions (tenant_id, consultation_id, number) where number is not null;
      create unique index questions_by_request
        on procurement.questions (tenant_id, person_id, request_key) where request_key is not null;
      create index questions_of_person on procurement.questions (person_id, id);
      ${tenantTableSql('procurement.questions')}
      ${readByPerson('procurement.questions', 'person_id')}
    `)
  }

  async down() {
    this.schema.raw('drop table procurement.questions')
  }
}
