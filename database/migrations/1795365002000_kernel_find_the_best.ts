import { BaseSchema } from '@adonisjs/lucid/schema'

/** The best of what answers, by the words of one column; `lit` is the condition of its index. */
const bestOf = (column: string, lit: string) => `
  return query select newest.thing_id from (
    select thing_id, ${column} as held from kernel.search_entries
    where ${column} @@ query and ${lit}
      -- « is true » keeps these two from the primary key, which reads a whole member
      and (tenant_id = here) is true and (kind = asked_kind) is true
    order by thing_id desc limit most) as newest
  order by ts_rank(held, query) desc, newest.thing_id desc limit wanted;`

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What answers best, found and ranked in one question. As search_things, it acts as the owner
      -- of the table, says the tenant itself, and gives identifiers only. Its plan is made once a
      -- connection: the conditions leave it one index, whatever is asked.
      create function kernel.search_best(
        asked_kind text, is_public boolean, permissions text[], query tsquery,
        most integer, wanted integer
      ) returns setof uuid language plpgsql stable security definer
        set search_path = pg_catalog, pg_temp
        set plan_cache_mode = force_generic_plan
        set enable_seqscan = off
      as $$
      declare here uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
      begin
        if is_public then ${bestOf('public_words', 'public_words is not null')}
        else ${bestOf('words', '(permissions is null or permission = any(permissions))')}
        end if;
      end $$;
      revoke execute on function kernel.search_best from public;
      grant execute on function kernel.search_best to halle_app;
      -- The same of the question whether anything answers, asked of every word that was misspelt
      alter function kernel.search_things set plan_cache_mode = force_generic_plan;
    `)
  }

  async down() {
    this.schema.raw(`
      alter function kernel.search_things set plan_cache_mode = force_custom_plan;
      drop function kernel.search_best;
    `)
  }
}
