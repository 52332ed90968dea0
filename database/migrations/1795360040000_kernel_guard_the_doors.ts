import { BaseSchema } from '@adonisjs/lucid/schema'
import { globalTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Failed attempts at a door: how many, and when the next may be made. Logged: they outlive a crash.
      create table kernel.attempts (
        key text primary key,
        count integer not null,
        next_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index attempts_expiring on kernel.attempts (expires_at);
      ${globalTableSql('kernel.attempts')}

      -- A code mailed to a person who sets up her first second factor; kept as a digest.
      create table kernel.factor_proofs (
        user_id uuid primary key references kernel.users(id) on delete cascade,
        code_hash text not null,
        expires_at timestamptz not null
      );
      ${globalTableSql('kernel.factor_proofs')}

      -- What the legal pages say of the operator, as it was at each change: nobody rewrites it.
      create table kernel.notices (
        id uuid primary key,
        said jsonb not null,
        changed text[] not null,
        said_by uuid not null references kernel.users(id),
        said_at timestamptz not null default now()
      );
      create index notices_last on kernel.notices (said_at);
      grant select, insert on kernel.notices to halle_app;
      grant select on kernel.notices to halle_system;

      alter table kernel.tenants add column suspended_at timestamptz;
      update kernel.tenants set suspended_at = coalesce(updated_at, now()) where state = 'suspended';
    `)
  }

  async down() {
    this.schema.raw(`
      alter table kernel.tenants drop column suspended_at;
      drop table kernel.notices, kernel.factor_proofs, kernel.attempts;
    `)
  }
}
