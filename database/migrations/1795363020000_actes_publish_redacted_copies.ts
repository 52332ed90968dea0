import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table actes.actes
        -- All that everybody reads of an acte that the law keeps from publication
        add column redacted_document_id uuid,
        -- Its objet without the names, as the register says it
        add column public_objet text,
        -- The day when the paper documents announced to the prefecture were posted
        add column paper_posted_on date,
        add foreign key (tenant_id, redacted_document_id)
          references kernel.documents (tenant_id, id),
        add constraint a_redacted_copy_has_its_objet
          check ((redacted_document_id is null) = (public_objet is null));
      alter table actes.answers
        -- The letter was filed: nobody has to answer it any more
        add column settled_at timestamptz,
        add column settled_by uuid references kernel.users(id),
        -- What the agent wrote of its outcome, for an acte referred to the court
        add column settled_note text;
    `)
  }

  async down() {
    this.schema.raw(`
      alter table actes.answers drop column settled_at, drop column settled_by,
        drop column settled_note;
      alter table actes.actes drop column redacted_document_id, drop column public_objet,
        drop column paper_posted_on;
    `)
  }
}
