import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table ged.comments
        -- The one that begins the conversation: an answer is not answered for itself
        add column answers_id uuid,
        -- Where it is laid, on a page of a version as it is shown: never in the file
        add column version_id uuid,
        add column page integer check (page between 1 and 10000),
        -- Left, top, width and height, in parts of the page; null for all of it, without size for a point
        add column area jsonb,
        -- Null where its author did
        add column withdrawn_by uuid,
        add column resolved_at timestamptz,
        add column resolved_by uuid,
        add foreign key (tenant_id, answers_id) references ged.comments(tenant_id, id) on delete cascade,
        add foreign key (tenant_id, version_id) references ged.versions(tenant_id, id) on delete cascade,
        add constraint comments_laid_on_a_page check ((version_id is null) = (page is null)),
        add constraint comments_placed_on_a_page check (area is null or page is not null),
        add constraint comments_answering_are_not_laid check (answers_id is null or page is null),
        add constraint comments_resolved_by_somebody check ((resolved_at is null) = (resolved_by is null));
      create index comments_answering on ged.comments (tenant_id, answers_id, id)
        where answers_id is not null;
      create index comments_on_version on ged.comments (tenant_id, version_id)
        where version_id is not null;
    `)
  }

  async down() {
    this.schema.raw(`
      alter table ged.comments
        drop column answers_id, drop column version_id, drop column page, drop column area,
        drop column withdrawn_by, drop column resolved_at, drop column resolved_by;
    `)
  }
}
