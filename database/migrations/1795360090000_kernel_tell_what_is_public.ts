import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Changes with each change of what a member shows to everybody: a page that was drawn under
      -- the revision that stands is still true (decision 0091).
      create table kernel.public_revisions (
        tenant_id uuid primary key references kernel.tenants(id),
        revision uuid not null
      );
      ${tenantTableSql('kernel.public_revisions')}

      -- Deferred to the commit, where nothing more is waited for: two who work for one member do
      -- not wait for each other's whole transaction. Once a transaction, whatever it changes: what
      -- the last row has told needs no more, nor a row that this transaction has written.
      create function kernel.tell_public() returns trigger language plpgsql as $$
        declare member uuid := coalesce(new.tenant_id, old.tenant_id);
        begin
          if coalesce(current_setting('app.told_public', true), '') <> member::text then
            insert into kernel.public_revisions as told values (member, gen_random_uuid())
              on conflict (tenant_id) do update set revision = excluded.revision
              where told.xmin <> pg_current_xact_id()::xid;
            perform set_config('app.told_public', member::text, true);
          end if;
          return null;
        end $$;
    `)
  }

  async down() {
    this.schema.raw('drop function kernel.tell_public(); drop table kernel.public_revisions')
  }
}
