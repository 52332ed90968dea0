import { BaseSchema } from '@adonisjs/lucid/schema'
import { heldByWhoKnows, outsideTableSql } from '#app/outsiders/wall/sql'

/** Programs of people outside: what a company's software presents in the name of somebody of hers. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table kernel.person_tokens (
        id uuid primary key,
        person_id uuid not null references kernel.persons(id),
        -- For which establishment it acts
        establishment_id uuid not null,
        name text not null,
        digest text not null unique,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      create index tokens_of_person on kernel.person_tokens (person_id, id);
      ${outsideTableSql('kernel.person_tokens', { person: 'person_id' })}
      ${heldByWhoKnows('kernel.person_tokens', 'by_secret', 'digest', 'identifier')}
    `)
  }

  async down() {
    this.schema.raw('drop table kernel.person_tokens')
  }
}
