import { BaseSchema } from '@adonisjs/lucid/schema'
import { globalTableSql, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create schema if not exists kernel;
      grant usage on schema kernel to halle_app, halle_system;

      create table kernel.tenants (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        siren text not null unique,
        name text not null,
        kind text not null,
        departement text not null,
        arrondissement text not null,
        nature_code text not null,
        accent text not null default 'ardoise',
        settings jsonb not null default '{}',
        state text not null default 'active' check (state in ('active', 'suspended')),
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      create table kernel.users (
        id uuid primary key,
        email text not null unique check (email = lower(email)),
        full_name text not null,
        password text,
        is_operator boolean not null default false,
        totp_secret text,
        totp_confirmed_at timestamptz,
        totp_last_step bigint,
        recovery_codes text,
        last_login_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      create table kernel.passkeys (
        id text primary key,
        user_id uuid not null references kernel.users(id) on delete cascade,
        public_key bytea not null,
        counter bigint not null default 0,
        transports text[],
        name text not null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz
      );
      create index passkeys_of_user on kernel.passkeys (user_id);
      create table kernel.password_resets (
        token_hash text primary key,
        user_id uuid not null references kernel.users(id) on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz,
        created_at timestamptz not null default now()
      );
      create unlogged table kernel.sessions (
        id text primary key,
        data text not null,
        user_id text,
        expires_at timestamptz not null,
        user_agent text,
        created_at timestamptz not null default now()
      );
      create index sessions_of_user on kernel.sessions (user_id);
      create index sessions_expiring on kernel.sessions (expires_at);
      create unlogged table kernel.rate_limits (
        key varchar(255) primary key, points integer not null default 0, expire bigint
      );
      ${['tenants', 'users', 'passkeys', 'password_resets', 'sessions', 'rate_limits']
        .map((table) => globalTableSql(`kernel.${table}`))
        .join('')}

      create table kernel.memberships (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        user_id uuid not null references kernel.users(id),
        roles text[] not null,
        title text,
        state text not null default 'active' check (state in ('active', 'suspended')),
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, user_id)
      );
      create index memberships_of_user on kernel.memberships (user_id);
      ${tenantTableSql('kernel.memberships')}
      -- A person sees in which collectivites she works, before any of them is in context.
      create policy own_memberships on kernel.memberships for select to halle_app
        using (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

      create table kernel.invitations (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        token_hash text not null unique,
        email text not null,
        full_name text not null,
        roles text[] not null,
        title text,
        invited_by uuid references kernel.users(id),
        expires_at timestamptz not null,
        accepted_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id)
      );
      create index invitations_waiting on kernel.invitations (tenant_id, created_at) where accepted_at is null;
      ${tenantTableSql('kernel.invitations')}
      -- Whoever holds the secret of an invitation may read that one, and nothing else.
      create policy by_token on kernel.invitations for select to halle_app
        using (token_hash = nullif(current_setting('app.invitation', true), ''));
    `)
  }
}
