import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** Indicators with dated values, recommendations, and the evaluations that freeze them. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table territory.indicators (
        tenant_id uuid not null,
        id uuid not null,
        fiche_id uuid not null,
        position integer not null,
        code text not null,
        title text not null,
        unit text not null,
        nature text not null check (nature in ('stock', 'flow')),
        precision integer not null default 0,
        wording text,
        target_operator text,
        target_value numeric,
        target_year integer,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, fiche_id, code),
        check ((target_operator is null) = (target_value is null)),
        foreign key (tenant_id, fiche_id) references territory.fiche_actions (tenant_id, id)
      );

      create table territory.indicator_values (
        tenant_id uuid not null,
        id uuid not null,
        indicator_id uuid not null,
        kind text not null check (kind in ('baseline', 'result', 'target', 'threshold', 'average')),
        value numeric not null,
        period_from date not null,
        period_to date not null check (period_to >= period_from),
        source text,
        comment text,
        actor_id uuid,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, indicator_id) references territory.indicators (tenant_id, id)
      );
      create index values_of_indicator on territory.indicator_values (tenant_id, indicator_id, period_to);

      create table territory.recommendations (
        tenant_id uuid not null,
        id uuid not null,
        project_id uuid not null,
        year integer not null,
        text text not null,
        addressee text not null,
        due_on date,
        state text not null default 'a_faire' check (state in ('a_faire', 'en_cours', 'faite', 'abandonnee')),
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, project_id) references territory.projects (tenant_id, id)
      );
      create index recommendations_of_project on territory.recommendations (tenant_id, project_id, year);

      create table territory.evaluations (
        tenant_id uuid not null,
        id uuid not null,
        project_id uuid not null,
        year integer not null,
        scope text not null default 'annual' check (scope in ('annual', 'final')),
        state text not null default 'draft',
        introduction text not null default '',
        justification text,
        prepared_by text not null,
        prepared_on date not null,
        snapshot jsonb,
        document_id uuid,
        frozen_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, project_id, year, scope),
        check ((state = 'frozen') = (snapshot is not null and document_id is not null)),
        foreign key (tenant_id, project_id) references territory.projects (tenant_id, id)
      );
      create table territory.evaluation_transitions (
        tenant_id uuid not null,
        id uuid not null,
        evaluation_id uuid not null,
        from_state text not null,
        to_state text not null,
        event text not null,
        actor_kind text not null,
        actor_id uuid,
        reason text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, evaluation_id) references territory.evaluations (tenant_id, id)
      );
      create index evaluation_transitions_of on territory.evaluation_transitions (tenant_id, evaluation_id, at);

      -- What was handed to the councillors never changes afterwards, whatever the code does.
      create function territory.keep_frozen_evaluations() returns trigger language plpgsql as $$
      begin
        raise exception 'A frozen evaluation never changes';
      end $$;
      create trigger keep_frozen before update or delete on territory.evaluations
        for each row when (old.state = 'frozen') execute function territory.keep_frozen_evaluations();
      ${[
        'indicators',
        'indicator_values',
        'recommendations',
        'evaluations',
        'evaluation_transitions',
      ]
        .map((table) => tenantTableSql(`territory.${table}`))
        .join('')}
    `)
  }
}
