import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- A member's data keys come one after another: the last one writes, the others still read.
      alter table kernel.tenant_keys add column generation integer not null default 1;
      alter table kernel.tenant_keys drop constraint tenant_keys_pkey;
      alter table kernel.tenant_keys add primary key (tenant_id, generation);
      -- How the file of a blob is encrypted: what was written before is rewritten by documents:rewrite.
      alter table kernel.blobs add column cipher smallint not null default 1;
      alter table kernel.blobs add column key_generation integer not null default 1;
    `)
  }

  async down() {
    this.schema.raw(`
      alter table kernel.blobs drop column key_generation;
      alter table kernel.blobs drop column cipher;
      alter table kernel.tenant_keys drop constraint tenant_keys_pkey;
      alter table kernel.tenant_keys add primary key (tenant_id);
      alter table kernel.tenant_keys drop column generation;
    `)
  }
}
