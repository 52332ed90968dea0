import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What becomes of the documents of a type, where nothing else is said of one
      alter table ged.document_types
        -- xsd:duration, as archives write a DUA
        add column retention_rule text,
        add column final_action text check (final_action in ('keep', 'destroy', 'sort')),
        -- When they may be communicated (Code du patrimoine, L213-2; codes of the SEDA)
        add column access_code text check (access_code ~ '^AR0(3[89]|4[0-9]|5[0-9]|6[0-2])$');

      -- What a folder holds, in the order of its page: folders first, each by its name
      create index nodes_in_order on ged.nodes
        (tenant_id, space_id, parent_id, kind desc, name_key, id) where deleted_at is null;
    `)
  }

  async down() {
    this.schema.raw(`
      drop index ged.nodes_in_order;
      alter table ged.document_types
        drop column retention_rule, drop column final_action, drop column access_code;
    `)
  }
}
