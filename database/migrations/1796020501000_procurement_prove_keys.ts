import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

/** The yearly exercise of opening, what a holder proved by it, and the words that everybody searches. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.exercises (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        -- The bytes of its trousseau.json, and those of the pli that was sealed for it
        trousseau text not null,
        manifest text not null,
        pieces jsonb not null,
        -- handle of a holder -> envelope -> the share that she has opened
        shares jsonb not null default '{}',
        started_at timestamptz not null,
        opened_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id)
      );
      create index exercises_in_order on procurement.exercises (tenant_id, started_at);
      ${tenantTableSql('procurement.exercises')}
      ${systemMay(['select'], 'procurement.exercises', 'the year since the last exercise is watched for all members')}
      ${systemMay(['select'], 'procurement.holders', 'the year since the last exercise is watched for all members')}
      alter table procurement.holders add column proven_at timestamptz;
      create index consultations_words on procurement.consultations using gin (
        to_tsvector('simple', regexp_replace(
          kernel.folded(reference || ' ' || title || ' ' || description), '[^a-z0-9]+', ' ', 'g'))
      ) where published_at is not null;
    `)
  }

  async down() {
    this.schema.raw(`
      drop index procurement.consultations_words;
      alter table procurement.holders drop column proven_at;
      drop table procurement.exercises;
    `)
  }
}
