import { outsideTableSql } from '#app/outsiders/wall/sql'
import { systemMay } from '#kernel/tenancy/sql'
import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The vault of a company: its proofs, with the day when each ends, and what it says of itself from
 * one tender to the next. Of an establishment, which meets many buyers: none of them reads it.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.proofs (
        id uuid primary key,
        establishment_id uuid not null,
        kind text not null,
        issuer text not null,
        issued_on date not null,
        expires_on date,
        name text not null,
        size integer not null,
        digest text not null,
        -- Its bytes under the key of the application, bound to this row
        sealed bytea not null,
        source text not null,
        added_by uuid not null,
        added_at timestamptz not null,
        warned_at timestamptz
      );
      create index proofs_of_establishment on procurement.proofs (establishment_id, id);
      create index proofs_ending on procurement.proofs (expires_on) where warned_at is null;
      ${outsideTableSql('procurement.proofs', { establishment: 'establishment_id' })}

      create table procurement.company_facts (
        id uuid primary key,
        establishment_id uuid not null,
        facts jsonb not null,
        written_by uuid not null,
        written_at timestamptz not null
      );
      create unique index company_facts_of_establishment
        on procurement.company_facts (establishment_id);
      ${outsideTableSql('procurement.company_facts', { establishment: 'establishment_id' })}

      -- What a cotraitant gives to her mandataire, as it was that day: hers, and his to seal
      create table procurement.given_proofs (
        id uuid primary key,
        member_id uuid not null references procurement.candidature_members(id),
        person_id uuid not null,
        mandataire_id uuid not null,
        kind text not null,
        name text not null,
        size integer not null,
        digest text not null,
        sealed bytea not null,
        given_at timestamptz not null
      );
      create index given_proofs_of_member on procurement.given_proofs (member_id, id);
      ${outsideTableSql('procurement.given_proofs', { person: 'person_id' })}
      create policy own_mandataire on procurement.given_proofs for select to halle_app
        using (mandataire_id = nullif(current_setting('app.person_id', true), '')::uuid);

      ${systemMay(['select', 'update', 'delete'], 'procurement.given_proofs', 'what was given is forgotten with its candidature, and sealed again when the key changes')}
      ${systemMay(['select', 'update'], 'procurement.proofs', 'proofs that end are watched for all companies, and sealed again when the key changes')}
    `)
  }

  async down() {
    this.schema.raw(`
      drop table procurement.given_proofs, procurement.company_facts, procurement.proofs;
    `)
  }
}
