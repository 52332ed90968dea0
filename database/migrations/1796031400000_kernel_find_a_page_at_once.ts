import { BaseSchema } from '@adonisjs/lucid/schema'

/** What answers best by the words of one column, and how many answer; `lit` is the condition of its index. */
const rankedBy = (column: string, lit: string) => {
  const answering = `from kernel.search_entries
      where ${column} @@ query and ${lit}
        -- « is true » keeps these two from the primary key, which reads a whole member
        and (tenant_id = here) is true and (kind = asked_kind) is true`
  return `
    select array_agg(best.thing_id), array_agg(best.worth) into ids, scores from (
      select newest.thing_id, ts_rank(newest.held, query)::float8 as worth from (
        select thing_id, ${column} as held ${answering}
        order by thing_id desc limit most) as newest
      order by 2 desc, 1 desc limit wanted) as best;
    answering := coalesce(cardinality(ids), 0);
    if answering = wanted and counted > wanted then
      select count(*) into answering from (select ${answering} limit counted) as counting;
    end if;`
}

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- search_best, with how well each answers and how many do, counted up to a bound: one question
      -- where there were two. It acts as the owner of the table for the same reason.
      create function kernel.search_ranked(
        asked_kind text, is_public boolean, permissions text[], query tsquery,
        most integer, wanted integer, counted integer
      ) returns table (id uuid, score float8, total integer) language plpgsql stable security definer
        set search_path = pg_catalog, pg_temp
        set plan_cache_mode = force_generic_plan
        set enable_seqscan = off
      as $$
      declare
        here uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
        ids uuid[]; scores float8[]; answering integer;
      begin
        if is_public then ${rankedBy('public_words', 'public_words is not null')}
        else ${rankedBy('words', '(permissions is null or permission = any(permissions))')}
        end if;
        return query select *, answering from unnest(ids, scores);
      end $$;
      revoke execute on function kernel.search_ranked from public;
      grant execute on function kernel.search_ranked to halle_app;
      -- search_best stays for one version: a process of the one before still asks it during an upgrade

      -- Of some terms ([{ term, query, reach }]), those that nothing answers to, each with the kept
      -- words (keepSpelling) that it may stand for: those of its first letter, where most faults are
      -- not, or all that begin or go on as it does when is_wide.
      create function kernel.search_near(
        asked_kind text, permissions text[], terms jsonb, is_wide boolean
      ) returns table (term text, words text[]) language plpgsql stable
        set plan_cache_mode = force_generic_plan
      as $$
      declare
        here uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
        one record;
      begin
        for one in select * from jsonb_to_recordset(terms) as said(term text, query tsquery, reach integer) loop
          continue when exists (
            select from kernel.search_things(asked_kind, false, permissions, one.query, 1));
          term := one.term;
          if one.reach = 0 then words := '{}';
          elsif is_wide then
            words := array(select distinct word from kernel.search_words
              where tenant_id = here and kind = asked_kind and permission = any(permissions)
                and length(word) between length(one.term) - one.reach and length(one.term) + one.reach
                and (strpos(left(one.term, 2 + one.reach), left(word, 1)) > 0
                  or strpos(left(one.term, 2 + one.reach), substr(word, 2, 1)) > 0));
          else
            words := array(select distinct word from kernel.search_words
              where tenant_id = here and kind = asked_kind and permission = any(permissions)
                and word >= left(one.term, 1) and word < chr(ascii(one.term) + 1)
                and length(word) between length(one.term) - 1 and length(one.term) + 1);
          end if;
          return next;
        end loop;
      end $$;

      -- The sealed pages of the texts that some things carry
      create function kernel.search_texts(asked_kind text, things uuid[])
        returns table (id uuid, sha256 text, pages text) language plpgsql stable
        set plan_cache_mode = force_generic_plan
      as $$
      declare here uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
      begin
        if cardinality(things) = 0 then return; end if;
        return query select carried.thing_id, carried.sha256, encode(kept.pages, 'base64')
          from kernel.search_documents as carried
            join kernel.document_texts as kept on kept.tenant_id = carried.tenant_id
              and kept.sha256 = carried.sha256
          where carried.tenant_id = here and carried.kind = asked_kind
            and carried.thing_id = any(things) and kept.pages is not null
          order by carried.thing_id, carried.document_id;
      end $$;

      -- What is shown of the things that were found (telling names a function of their room that takes
      -- identifiers), in plans that the connection keeps: their texts; when there are none, the terms
      -- that are why; and the words that were meant by others ([{ word, query }]) that are gone.
      create function kernel.search_shown(
        asked_kind text, permissions text[], things uuid[], said jsonb, telling regproc
      ) returns table (told json, texts json, missed json, dead json) language plpgsql stable
        set plan_cache_mode = force_generic_plan
      as $$
      begin
        told := '[]'; texts := '[]'; missed := '[]'; dead := '[]';
        if cardinality(things) = 0 then
          select coalesce(json_agg(near), '[]') into missed
            from kernel.search_near(asked_kind, permissions, said -> 'terms', false) as near;
        else
          execute format('select coalesce(json_agg(told), ''[]'') from %s($1) as told', telling)
            into told using things;
          select coalesce(json_agg(held), '[]') into texts
            from kernel.search_texts(asked_kind, things) as held;
        end if;
        if jsonb_array_length(said -> 'meant') > 0 then
          select coalesce(json_agg(word), '[]') into dead
            from jsonb_to_recordset(said -> 'meant') as meant(word text, query tsquery)
            where not exists (
              select from kernel.search_things(asked_kind, false, permissions, meant.query, 1));
        end if;
        return next;
      end $$;
    `)
  }
}
