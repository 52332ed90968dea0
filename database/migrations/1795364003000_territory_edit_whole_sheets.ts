import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** Steps with a state and a date, a funding plan, and what a person has typed and not yet recorded. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table territory.fiche_actions add column funding jsonb not null default '[]';

      -- Forced row-level security would hide every row from the owner, who has no tenant.
      alter table territory.fiche_actions no force row level security;
      update territory.fiche_actions set etapes = (
        select coalesce(jsonb_agg(
          jsonb_build_object('text', etape, 'state', 'a_faire', 'due', null) order by position
        ), '[]')
        from jsonb_array_elements(etapes) with ordinality as written (etape, position)
      )
      where jsonb_typeof(etapes -> 0) = 'string';
      alter table territory.fiche_actions force row level security;

      create table territory.drafts (
        tenant_id uuid not null,
        id uuid not null,
        user_id uuid not null references kernel.users(id),
        form text not null,
        content jsonb not null,
        seen text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, user_id, form)
      );
      ${tenantTableSql('territory.drafts')}
    `)
  }
}
