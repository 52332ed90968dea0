import { BaseSchema } from '@adonisjs/lucid/schema'
import { outsideTableSql } from '#app/outsiders/wall/sql'

/** Two records that are one person's: what came from where, so that it can be undone. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table kernel.person_merges (
        id uuid primary key,
        kept_id uuid not null references kernel.persons(id) on delete cascade,
        merged_id uuid not null references kernel.persons(id) on delete cascade,
        merged_name text not null,
        -- Table -> identifiers of the rows that were the other record's
        moved jsonb not null,
        merged_at timestamptz not null,
        parted_at timestamptz
      );
      create unique index merges_that_hold on kernel.person_merges (merged_id) where parted_at is null;
      create index merges_of_person on kernel.person_merges (kept_id, merged_at);
      ${outsideTableSql('kernel.person_merges', { person: 'kept_id' })}
    `)
  }
}
