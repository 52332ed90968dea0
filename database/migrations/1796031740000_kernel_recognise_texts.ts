import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whether words of a text were read on a picture of them; « absent »: nothing of the machine looked at it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table kernel.document_texts add column ocr text check (ocr in ('read', 'absent'));
      create index document_texts_unlooked on kernel.document_texts (tenant_id) where ocr = 'absent';
    `)
  }

  async down() {
    this.schema.raw('alter table kernel.document_texts drop column ocr')
  }
}
