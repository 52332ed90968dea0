import { BaseSchema } from '@adonisjs/lucid/schema'
import { globalTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Who may tell us who somebody is (OpenID Connect): what the operator agreed with each.
      create table kernel.identity_providers (
        id uuid primary key,
        -- In the addresses that were agreed with it: never changed.
        slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
        label text not null,
        -- Which words it speaks; « other » is the standard alone.
        kind text not null check (kind in ('franceconnect', 'proconnect', 'other')),
        issuer text not null unique,
        client_id text not null,
        -- Encrypted by the application.
        client_secret text not null,
        -- The private half of a key, when what it tells is encrypted for us; encrypted too.
        decryption_key text,
        scopes text not null,
        -- The levels of guarantee that are asked, any of which is enough.
        acr_values text[] not null,
        id_token_alg text not null check (id_token_alg in ('HS256', 'ES256', 'RS256')),
        -- Null: what it tells of people is not signed, and comes by TLS alone.
        userinfo_alg text check (userinfo_alg in ('HS256', 'ES256', 'RS256')),
        has_pkce boolean not null,
        opens_persons boolean not null,
        opens_agents boolean not null,
        is_enabled boolean not null,
        -- How long an answer is waited for.
        seconds smallint not null check (seconds between 1 and 30),
        tried_at timestamptz,
        tried_well boolean,
        tried_said text,
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      ${globalTableSql('kernel.identity_providers')}

      -- The agents who come in by a provider: she tied it herself, once she was in by another way.
      create table kernel.agent_logins (
        provider_id uuid not null references kernel.identity_providers(id) on delete cascade,
        subject text not null,
        user_id uuid not null references kernel.users(id) on delete cascade,
        created_at timestamptz not null default now(),
        used_at timestamptz,
        primary key (provider_id, subject),
        unique (provider_id, user_id)
      );
      create index agent_logins_of_user on kernel.agent_logins (user_id);
      ${globalTableSql('kernel.agent_logins')}
    `)
  }
}
