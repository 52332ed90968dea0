import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- The text of a PDF, read once for the same bytes
      create table kernel.document_texts (
        tenant_id uuid not null,
        sha256 text not null,
        -- Null until it is read; none: an image, or nothing; failed: no software of ours reads it
        outcome text check (outcome in ('found', 'none', 'failed')),
        -- Behind the shelf of the tenant, as those of kernel.search_entries
        words tsvector,
        -- Its pages (JSON, gzip), encrypted under the keys of the tenant as the file itself is
        pages bytea,
        read_at timestamptz,
        primary key (tenant_id, sha256),
        foreign key (tenant_id, sha256) references kernel.blobs(tenant_id, sha256) on delete cascade
      );
      ${tenantTableSql('kernel.document_texts')}

      -- Which documents a thing that is found is also found by
      create table kernel.search_documents (
        tenant_id uuid not null,
        kind text not null,
        thing_id uuid not null,
        document_id uuid not null,
        sha256 text not null,
        -- Whether everybody may find the thing by it
        is_public boolean not null,
        primary key (tenant_id, kind, thing_id, document_id),
        foreign key (tenant_id, document_id) references kernel.documents(tenant_id, id) on delete cascade
      );
      create index search_documents_of_text on kernel.search_documents (tenant_id, sha256);
      create index search_documents_of_document on kernel.search_documents (tenant_id, document_id);
      ${tenantTableSql('kernel.search_documents')}

      create aggregate kernel.all_words(tsvector) (sfunc = pg_catalog.tsvector_concat,
        stype = tsvector, initcond = '');
    `)
  }

  async down() {
    this.schema.raw(`
      drop aggregate kernel.all_words(tsvector);
      drop table kernel.search_documents;
      drop table kernel.document_texts;
    `)
  }
}
