import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** The project, its axes, its sheets and who pilots them. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create schema if not exists territory;
      grant usage on schema territory to halle_app, halle_system;

      create table territory.projects (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        title text not null,
        presentation text not null default '',
        state text not null default 'prerequis',
        elu_referent text,
        commission text,
        quotite_percent integer,
        duration_months integer,
        communes text[] not null default '{}',
        first_year integer not null,
        last_year integer not null check (last_year >= first_year),
        public boolean not null default false,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, slug)
      );
      create table territory.project_transitions (
        tenant_id uuid not null,
        id uuid not null,
        project_id uuid not null,
        from_state text not null,
        to_state text not null,
        event text not null,
        actor_kind text not null,
        actor_id uuid,
        reason text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, project_id) references territory.projects (tenant_id, id)
      );
      create index project_transitions_of on territory.project_transitions (tenant_id, project_id, at);

      create table territory.project_checks (
        tenant_id uuid not null,
        id uuid not null,
        project_id uuid not null,
        code text not null,
        done_on date not null,
        note text,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, project_id, code),
        foreign key (tenant_id, project_id) references territory.projects (tenant_id, id)
      );

      create table territory.axes (
        tenant_id uuid not null,
        id uuid not null,
        project_id uuid not null,
        number integer not null,
        title text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, project_id, number),
        foreign key (tenant_id, project_id) references territory.projects (tenant_id, id)
      );

      create table territory.fiche_actions (
        tenant_id uuid not null,
        id uuid not null,
        project_id uuid not null,
        axe_id uuid not null,
        number integer not null,
        title text not null,
        statut text not null default 'a_venir',
        public boolean not null default false,
        origin text,
        echeance jsonb,
        costs jsonb not null default '[]',
        carbon jsonb not null default '{"state":"non_mesure"}',
        sections jsonb not null default '{}',
        etapes jsonb not null default '[]',
        recurrence jsonb,
        indicators_note text,
        publication jsonb,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, axe_id, number),
        foreign key (tenant_id, project_id) references territory.projects (tenant_id, id),
        foreign key (tenant_id, axe_id) references territory.axes (tenant_id, id)
      );
      create index fiche_actions_of_project on territory.fiche_actions (tenant_id, project_id);

      create table territory.fiche_pilots (
        tenant_id uuid not null,
        id uuid not null,
        fiche_id uuid not null,
        user_id uuid not null references kernel.users(id),
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, fiche_id, user_id),
        foreign key (tenant_id, fiche_id) references territory.fiche_actions (tenant_id, id)
      );
      create index fiches_of_pilot on territory.fiche_pilots (tenant_id, user_id);

      create table territory.fiche_revisions (
        tenant_id uuid not null,
        id uuid not null,
        fiche_id uuid not null,
        field text not null,
        before text,
        after text,
        actor_kind text not null,
        actor_id uuid,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, fiche_id) references territory.fiche_actions (tenant_id, id)
      );
      create index fiche_revisions_of on territory.fiche_revisions (tenant_id, fiche_id, at desc);
      ${[
        'projects',
        'project_transitions',
        'project_checks',
        'axes',
        'fiche_actions',
        'fiche_pilots',
        'fiche_revisions',
      ]
        .map((table) => tenantTableSql(`territory.${table}`))
        .join('')}
    `)
  }
}
