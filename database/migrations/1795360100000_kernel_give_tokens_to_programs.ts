import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

/** How a program comes in: its tokens, its own account, and what it was answered (decision 0092). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- An account that no person holds: its name is in kernel.users, its place in kernel.memberships.
      create table kernel.technical_accounts (
        tenant_id uuid not null references kernel.tenants(id),
        user_id uuid not null references kernel.users(id),
        created_by uuid references kernel.users(id) on delete set null,
        created_at timestamptz not null,
        primary key (tenant_id, user_id)
      );
      ${tenantTableSql('kernel.technical_accounts')}

      create table kernel.api_tokens (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        person_id uuid not null references kernel.users(id) on delete cascade,
        -- Said in « Authorization: Bearer », or as the password of « Basic »; never one for the other.
        kind text not null check (kind in ('bearer', 'password')),
        name text not null,
        scopes text[] not null,
        -- SHA-256 of the secret half: nothing that we keep opens anything.
        digest text not null,
        created_by uuid references kernel.users(id) on delete set null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        primary key (tenant_id, id)
      );
      create index api_tokens_of_person on kernel.api_tokens (tenant_id, person_id);
      ${tenantTableSql('kernel.api_tokens')}

      -- What a program was answered, for the day on which it may ask the same again.
      create table kernel.api_answers (
        tenant_id uuid not null,
        token_id uuid not null,
        key text not null,
        fingerprint text not null,
        status integer not null,
        headers jsonb not null,
        body text not null,
        created_at timestamptz not null,
        primary key (tenant_id, token_id, key),
        foreign key (tenant_id, token_id) references kernel.api_tokens (tenant_id, id) on delete cascade
      );
      create index api_answers_by_age on kernel.api_answers (tenant_id, created_at);
      ${tenantTableSql('kernel.api_answers')}
      ${systemMay(['select', 'delete'], 'kernel.api_answers', 'the answers of the day before are forgotten for all')}
    `)
  }

  async down() {
    this.schema.raw('drop table kernel.api_answers, kernel.api_tokens, kernel.technical_accounts')
  }
}
