import { heldByWhoKnows, outsideTableSql } from '#app/outsiders/wall/sql'
import { systemMay } from '#kernel/tenancy/sql'
import { BaseSchema } from '@adonisjs/lucid/schema'

const FORGOTTEN = 'what was prepared is forgotten once its tender is long over'

/**
 * Who answers together, before the hour: rows of companies, behind the wall of people outside. The
 * buyer is named and is no tenant here: nothing of its own context reads them. What a pli says of its
 * candidature reaches it with the opened files.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.candidatures (
        id uuid primary key,
        buyer_id uuid not null references kernel.tenants(id),
        consultation_id uuid not null,
        person_id uuid not null,
        establishment_id uuid not null,
        form text not null,
        sous_traitants jsonb not null default '[]',
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      create unique index candidatures_of_person
        on procurement.candidatures (person_id, consultation_id, establishment_id);
      ${outsideTableSql('procurement.candidatures', { person: 'person_id' })}

      create table procurement.candidature_members (
        id uuid primary key,
        candidature_id uuid not null references procurement.candidatures(id),
        buyer_id uuid not null,
        consultation_id uuid not null,
        role text not null,
        state text not null,
        -- Who answers for her company; nobody before the invitation is accepted
        person_id uuid,
        establishment_id uuid,
        -- Whether somebody had vouched, when she joined, that she acts for it
        is_attested boolean not null default false,
        -- Who answers for the group
        mandataire_id uuid not null,
        -- Digest of the consultation and of the SIREN: one company finds itself in another group
        company_key text not null,
        siret text not null,
        company text not null,
        email text,
        part numeric(5,2),
        work text not null default '',
        facts jsonb,
        -- The DUME that she answers: its criteria and her answers; null where she has none
        espd jsonb,
        -- Her candidature at Passe Marché, by its number, until its proofs are in the vault
        passe_marche text,
        passe_marche_asked_at timestamptz,
        token_hash text,
        expires_at timestamptz,
        invited_at timestamptz not null,
        answered_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      create index candidature_members_in_order
        on procurement.candidature_members (candidature_id, invited_at, id);
      create index candidature_members_of_person
        on procurement.candidature_members (person_id, id);
      create index candidature_members_of_company
        on procurement.candidature_members (company_key);
      create unique index candidature_members_by_token
        on procurement.candidature_members (token_hash) where token_hash is not null;
      ${outsideTableSql('procurement.candidature_members', { person: 'person_id' })}
      create policy own_mandataire on procurement.candidature_members to halle_app
        using (mandataire_id = nullif(current_setting('app.person_id', true), '')::uuid)
        with check (mandataire_id = nullif(current_setting('app.person_id', true), '')::uuid);
      ${heldByWhoKnows('procurement.candidature_members', 'by_token', 'token_hash', 'invitation')}
      ${heldByWhoKnows('procurement.candidature_members', 'by_company', 'company_key', 'identifier')}

      ${systemMay(['select', 'delete'], 'procurement.candidatures', FORGOTTEN)}
      ${systemMay(['select', 'delete'], 'procurement.candidature_members', FORGOTTEN)}

      -- What an opened pli says of its candidature: who, in which form, and whom it subcontracts to
      alter table procurement.plis add column candidature jsonb;
      alter table procurement.consultations
        add column forbids_several_groups boolean not null default false,
        -- Its number at Passe Marché, once that has answered
        add column passe_marche text;
    `)
  }

  async down() {
    this.schema.raw(`
      alter table procurement.consultations drop column forbids_several_groups, drop column passe_marche;
      alter table procurement.plis drop column candidature;
      drop table procurement.candidature_members, procurement.candidatures;
    `)
  }
}
