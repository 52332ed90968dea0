import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay } from '#kernel/tenancy/sql'
import { heldByWhoKnows, heldByWhoKnowsOne, outsideTableSql } from '#app/outsiders/wall/sql'

/** Companies and associations, their establishments, and who acts there. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table kernel.organisations (
        id uuid primary key,
        kind text not null check (kind in ('company', 'association', 'public', 'foreign')),
        name text not null,
        siren text,
        rna text,
        -- The court's register in Alsace-Moselle, where associations have no RNA
        registry text,
        vat text,
        -- Digests of each number that names it
        numbers text[] not null default '{}',
        standing text not null default 'unknown' check (standing in ('active', 'ceased', 'unknown')),
        source text not null,
        checked_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      create unique index organisations_by_siren on kernel.organisations (siren);
      create unique index organisations_by_rna on kernel.organisations (rna);
      create unique index organisations_by_registry on kernel.organisations (registry);
      create unique index organisations_by_vat on kernel.organisations (vat);
      create index organisations_by_number on kernel.organisations using gin (numbers);
      ${outsideTableSql('kernel.organisations', { organisation: 'id' })}
      ${heldByWhoKnowsOne('kernel.organisations', 'by_number', 'numbers', 'organisation_number')}
      ${systemMay(['select', 'update'], 'kernel.organisations', 'the register is asked again for those that it did not answer for')}

      create table kernel.establishments (
        id uuid primary key,
        organisation_id uuid not null references kernel.organisations(id),
        siret text,
        ridet text,
        number text,
        name text not null,
        address text,
        postcode text,
        locality text,
        is_seat boolean not null default false,
        standing text not null default 'unknown' check (standing in ('active', 'ceased', 'unknown')),
        successor text,
        source text not null,
        checked_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      create unique index establishments_by_siret on kernel.establishments (siret);
      create unique index establishments_by_number on kernel.establishments (number);
      create index establishments_of_organisation on kernel.establishments (organisation_id, name, id);
      create index establishments_unchecked on kernel.establishments (created_at) where checked_at is null;
      ${outsideTableSql('kernel.establishments', { establishment: 'id', organisation: 'organisation_id' })}
      ${heldByWhoKnows('kernel.establishments', 'by_number', 'number', 'establishment_number')}
      ${systemMay(['select', 'update'], 'kernel.establishments', 'the register is asked again for those that it did not answer for')}

      create table kernel.attachments (
        id uuid primary key,
        person_id uuid not null references kernel.persons(id) on delete cascade,
        establishment_id uuid not null references kernel.establishments(id),
        role text not null check (role in ('manager', 'colleague')),
        -- Of this establishment alone, or of all those of its organisation
        is_whole boolean not null default false,
        state text not null default 'asked' check (state in ('asked', 'held', 'suspended', 'ended')),
        proof text check (proof in ('proconnect', 'manager', 'mandate', 'post')),
        proven_at timestamptz,
        -- What the others of the establishment read of her: her own record is behind her own wall
        person_name text not null,
        establishment_name text not null,
        function text,
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      create unique index attachments_living on kernel.attachments (person_id, establishment_id) where state <> 'ended';
      create index attachments_of_establishment on kernel.attachments (establishment_id);
      ${outsideTableSql('kernel.attachments', { person: 'person_id', establishment: 'establishment_id' })}

      create table kernel.attachment_transitions (
        id uuid primary key,
        attachment_id uuid not null references kernel.attachments(id) on delete cascade,
        person_id uuid not null,
        establishment_id uuid not null,
        from_state text not null,
        to_state text not null,
        event text not null,
        actor_kind text not null,
        actor_id uuid,
        reason text,
        at timestamptz not null default now()
      );
      create index transitions_of_attachment on kernel.attachment_transitions (attachment_id, at);
      ${outsideTableSql('kernel.attachment_transitions', { person: 'person_id', establishment: 'establishment_id' })}

      create table kernel.attachment_invitations (
        id uuid primary key,
        establishment_id uuid not null references kernel.establishments(id),
        token_hash text not null unique,
        email text not null,
        full_name text not null,
        role text not null check (role in ('manager', 'colleague')),
        invited_by uuid not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      create index attachment_invitations_of on kernel.attachment_invitations (establishment_id);
      ${outsideTableSql('kernel.attachment_invitations', { establishment: 'establishment_id' })}
      ${heldByWhoKnows('kernel.attachment_invitations', 'by_token', 'token_hash', 'invitation')}
    `)
  }
}
