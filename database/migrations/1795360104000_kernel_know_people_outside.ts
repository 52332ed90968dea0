import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'
import {
  heldByWhoKnows,
  heldByWhoKnowsOne,
  outsideTableSql,
  readByPerson,
} from '#app/outsiders/wall/sql'

/** Who is no agent: persons above the members, what names them, how to reach them, where they are known. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table kernel.persons (
        id uuid primary key,
        birth_name text,
        usage_name text,
        given_names text[] not null default '{}',
        sex text check (sex in ('F', 'M')),
        -- Parts may be unknown: 1992-00-00, 1977-00-03
        birthdate text check (birthdate ~ '^\\d{4}-\\d{2}-\\d{2}$'),
        birthplace text,
        birth_country text,
        -- Of each fact: where it comes from, since when, and of which record it was
        sources jsonb not null default '{}',
        -- Digests under which a likely twin is looked for
        match_keys text[] not null default '{}',
        password text,
        merged_into uuid references kernel.persons(id),
        closed_at timestamptz,
        last_login_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        check (birth_name is not null or usage_name is not null or cardinality(given_names) > 0)
      );
      create index persons_by_match_key on kernel.persons using gin (match_keys);
      ${outsideTableSql('kernel.persons', { person: 'id' })}
      ${heldByWhoKnowsOne('kernel.persons', 'by_match_key', 'match_keys', 'match_keys')}

      create table kernel.person_identifiers (
        id uuid primary key,
        person_id uuid not null references kernel.persons(id) on delete cascade,
        kind text not null check (kind in ('sub', 'email', 'phone', 'passkey', 'account', 'paper_code')),
        issuer text not null default '',
        -- As it is shown; a digest where it is a secret
        value text not null,
        lookup text not null,
        data jsonb not null default '{}',
        source text not null,
        proven_at timestamptz,
        ended_at timestamptz,
        last_used_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      create unique index person_identifiers_open on kernel.person_identifiers (lookup) where ended_at is null;
      create index identifiers_of_person on kernel.person_identifiers (person_id);
      ${outsideTableSql('kernel.person_identifiers', { person: 'person_id' })}
      ${heldByWhoKnows('kernel.person_identifiers', 'by_lookup', 'lookup', 'identifier')}

      create table kernel.contact_points (
        id uuid primary key,
        person_id uuid not null references kernel.persons(id) on delete cascade,
        kind text not null check (kind in ('email', 'phone', 'address')),
        value text not null,
        source text not null,
        proof text,
        proven_at timestamptz,
        since timestamptz not null,
        until timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      create index contact_points_of_person on kernel.contact_points (person_id);
      ${outsideTableSql('kernel.contact_points', { person: 'person_id' })}

      create table kernel.person_events (
        id uuid primary key,
        person_id uuid not null references kernel.persons(id) on delete cascade,
        at timestamptz not null default now(),
        type text not null,
        actor_kind text not null,
        actor_id uuid,
        -- The member at whose counter it was done
        at_member uuid,
        words text not null
      );
      create index events_of_person on kernel.person_events (person_id, at);
      ${outsideTableSql('kernel.person_events', { person: 'person_id' })}

      create table kernel.door_codes (
        id uuid primary key,
        purpose text not null,
        person_id uuid,
        address text not null,
        payload jsonb not null default '{}',
        code_hash text,
        expires_at timestamptz not null,
        used_at timestamptz,
        created_at timestamptz not null default now()
      );
      create index door_codes_expiring on kernel.door_codes (expires_at);
      alter table kernel.door_codes enable row level security;
      alter table kernel.door_codes force row level security;
      create policy by_id on kernel.door_codes to halle_app
        using (id = nullif(current_setting('app.door_code', true), '')::uuid)
        with check (id = nullif(current_setting('app.door_code', true), '')::uuid);
      grant select, insert, update, delete on kernel.door_codes to halle_app;
      ${systemMay(['select', 'delete'], 'kernel.door_codes', 'forgets the codes that are over')}

      create table kernel.acquaintances (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        person_id uuid not null,
        how text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, person_id)
      );
      create index acquaintances_of_person on kernel.acquaintances (person_id);
      ${tenantTableSql('kernel.acquaintances')}
      ${readByPerson('kernel.acquaintances', 'person_id')}

      create table kernel.counter_recoveries (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        person_id uuid not null,
        person_name text not null,
        state text not null default 'asked' check (state in ('asked', 'approved', 'refused')),
        asked_by uuid not null,
        settled_by uuid,
        settled_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        check (settled_by is distinct from asked_by or state <> 'approved')
      );
      ${tenantTableSql('kernel.counter_recoveries')}

      alter table kernel.sessions add column person_id uuid;
      create index sessions_of_outsider on kernel.sessions (person_id) where person_id is not null;
    `)
  }
}
