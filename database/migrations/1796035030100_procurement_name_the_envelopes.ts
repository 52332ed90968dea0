import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Which envelopes a pli holds, beside the manifest that names them: who answers a lot is counted
 * without reading megabytes. Nothing more is known than before: FORMAT §6 leaves their names clear.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table procurement.plis add column envelopes jsonb
        generated always as (jsonb_path_query_array(manifest::jsonb, '$.envelopes[*].name')) stored
    `)
  }

  async down() {
    this.schema.raw('alter table procurement.plis drop column envelopes')
  }
}
