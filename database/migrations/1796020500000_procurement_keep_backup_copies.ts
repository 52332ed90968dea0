import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** Copies de sauvegarde (annexe 6 of the code): declared by who answers, received by the buyer, and mostly never opened. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.backup_copies (
        tenant_id uuid not null,
        id uuid not null,
        consultation_id uuid not null,
        -- What is written on the envelope: it names nobody
        number text not null,
        mode text not null,
        state text not null,
        person_id uuid not null,
        establishment_id uuid not null,
        siret text not null,
        company text not null,
        declared_at timestamptz not null,
        received_at timestamptz,
        opened_at timestamptz,
        -- Which case of annexe 6 let it be opened
        opened_for text,
        destroyed_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
      );
      create unique index backup_copies_by_number
        on procurement.backup_copies (tenant_id, consultation_id, number);
      create index backup_copies_of_person
        on procurement.backup_copies (tenant_id, consultation_id, person_id);
      ${tenantTableSql('procurement.backup_copies')}
    `)
  }

  async down() {
    this.schema.raw('drop table procurement.backup_copies')
  }
}
