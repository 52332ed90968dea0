import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Every word is written behind the last eight signs of its tenant (its shelf): the postings of
      -- one tenant stand apart from those of the others. The shelf makes it quick; tenant_id makes
      -- it right. Written again by search:rebuild, which halle:prepare runs after a migration.
      truncate kernel.search_entries;
      alter table kernel.search_entries
        -- Words without their shelf, among which a misspelt one is looked for
        add column vocabulary text[] not null default '{}',
        add column public_vocabulary text[] not null default '{}';
      create index search_entries_words on kernel.search_entries
        using gin (words) with (fastupdate = off);
      create index search_entries_public_words on kernel.search_entries
        using gin (public_words) with (fastupdate = off) where public_words is not null;

      -- The function below acts as the owner of the table: @@ is not leakproof, and behind the
      -- policy of the application it would never reach an index. It says the tenant itself.
      create policy search_things on kernel.search_entries for select to current_user using (true);
      create function kernel.search_things(
        asked_kind text, is_public boolean, permissions text[], query tsquery, most integer
      ) returns setof uuid language plpgsql stable security definer
        set search_path = pg_catalog, pg_temp
        set plan_cache_mode = force_custom_plan
        set enable_seqscan = off
      as $$
      declare here uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
      begin
        if is_public then
          return query with found as materialized (
            select thing_id from kernel.search_entries
            where public_words is not null and public_words @@ query
              -- « is true » keeps these two from the primary key, which reads a whole member
              and (tenant_id = here) is true and (kind = asked_kind) is true
            limit case when most = 1 then 1 end)
          select thing_id from found order by thing_id desc limit most;
        else
          return query with found as materialized (
            select thing_id from kernel.search_entries
            where words @@ query
              and (tenant_id = here) is true and (kind = asked_kind) is true
              and (permissions is null or permission = any(permissions))
            limit case when most = 1 then 1 end)
          select thing_id from found order by thing_id desc limit most;
        end if;
      end $$;
      revoke execute on function kernel.search_things from public;
      grant execute on function kernel.search_things to halle_app;
    `)
  }

  async down() {
    this.schema.raw(`
      drop function kernel.search_things;
      drop policy search_things on kernel.search_entries;
      drop index kernel.search_entries_words, kernel.search_entries_public_words;
      alter table kernel.search_entries drop column vocabulary, drop column public_vocabulary;
      truncate kernel.search_entries;
    `)
  }
}
