import { BaseSchema } from '@adonisjs/lucid/schema'

const TABLES = ['plis', 'candidatures', 'candidature_members']
const POLICY = 'own_establishment'

/**
 * Who acts for an establishment, as somebody vouched, finds what her colleagues prepare and deposit
 * for it: to read, never to write in their place by this policy.
 */
export default class extends BaseSchema {
  async up() {
    for (const table of TABLES)
      this.schema.raw(`
        create policy ${POLICY} on procurement.${table} for select to halle_app
          using (establishment_id = any(
            string_to_array(nullif(current_setting('app.establishment_id', true), ''), ',')::uuid[]));
        create index ${table}_for_establishment on procurement.${table} (establishment_id, id);
      `)
  }

  async down() {
    for (const table of TABLES)
      this.schema.raw(`
        drop index procurement.${table}_for_establishment;
        drop policy ${POLICY} on procurement.${table};
      `)
  }
}
