import { BaseSchema } from '@adonisjs/lucid/schema'
import { globalTableSql, systemMay, tenantTableSql } from '#kernel/tenancy/sql'

/** What is told to whom by mail, and how each person wants it (decision 0082). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What waits already is not told: the day of this migration mails nobody.
      alter table kernel.tasks add column told_at timestamptz default now();
      alter table kernel.tasks alter column told_at drop default;
      create index tasks_untold on kernel.tasks (tenant_id) where told_at is null;
      ${systemMay(['select'], 'kernel.tasks', 'which members have something to tell or to recall')}

      create table kernel.mails (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        person_id uuid not null references kernel.users(id) on delete cascade,
        ordered_at timestamptz not null,
        sent_at timestamptz,
        -- Why it never left: nothing waited any more, nothing is wanted, the address is dead.
        dropped text check (dropped in ('done', 'unwanted', 'dead_address', 'failed')),
        primary key (tenant_id, id)
      );
      create index mails_by_age on kernel.mails (tenant_id, ordered_at);
      ${tenantTableSql('kernel.mails')}

      create table kernel.mail_lines (
        tenant_id uuid not null,
        id uuid not null,
        task_id uuid not null,
        person_id uuid not null references kernel.users(id) on delete cascade,
        reason text not null check (reason in ('opened', 'reminder', 'late', 'nudge')),
        -- The how many-th of its reason; and who asked, for a nudge.
        turn integer not null default 0,
        asked_by uuid references kernel.users(id) on delete set null,
        due_at timestamptz not null,
        mail_id uuid,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, task_id, person_id, reason, turn),
        foreign key (tenant_id, task_id) references kernel.tasks (tenant_id, id) on delete cascade,
        foreign key (tenant_id, mail_id) references kernel.mails (tenant_id, id)
      );
      create index mail_lines_due on kernel.mail_lines (tenant_id, due_at) where mail_id is null;
      create index mail_lines_of_mail on kernel.mail_lines (tenant_id, mail_id);
      ${tenantTableSql('kernel.mail_lines')}
      ${systemMay(['select'], 'kernel.mail_lines', 'which members have a mail to order')}

      create table kernel.mail_choices (
        person_id uuid not null references kernel.users(id) on delete cascade,
        -- Empty: every room of which nothing else is said.
        room text not null,
        pace text not null check (pace in ('at_once', 'daily', 'weekly', 'never')),
        primary key (person_id, room)
      );
      create table kernel.task_feeds (
        person_id uuid primary key references kernel.users(id) on delete cascade,
        secret_hash text not null unique,
        created_at timestamptz not null
      );
      create table kernel.dead_addresses (
        email text primary key,
        said text not null,
        at timestamptz not null
      );
      ${['mail_choices', 'task_feeds', 'dead_addresses'].map((table) => globalTableSql(`kernel.${table}`)).join('')}
    `)
  }

  async down() {
    this.schema.raw(`
      drop table kernel.dead_addresses, kernel.task_feeds, kernel.mail_choices;
      drop table kernel.mail_lines, kernel.mails;
      drop policy system_work on kernel.tasks;
      revoke select on kernel.tasks from halle_system;
      alter table kernel.tasks drop column told_at;
    `)
  }
}
