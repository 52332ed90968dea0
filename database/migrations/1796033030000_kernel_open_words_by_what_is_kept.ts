import { BaseSchema } from '@adonisjs/lucid/schema'

/** Words that the terms of one query may open on, in all: what an index asks of them grows as their square. */
const MOST_OPENED = 32

/** Of two letters: a single one is looked for whole. The longest that an entry holds (`tsvectorOf`). */
const KEPT = { shortest: 2, longest: 60 }

/** How the function reads its words: what each term brings, what is asked of the index last, which words right it. */
interface Near {
  brings: string
  skips: string
  query: string
  rights(few: string, many: string, pieces: 'near' | 'far'): string
}

const BEFORE: Near = {
  brings: '',
  skips: '',
  query: 'one.query',
  rights: (few, many) => `length(word) between ${few} and ${many}`,
}

/** Words of four to thirty letters that hold a piece of the term; a process of the version before brings none. */
const NOW: Near = {
  brings: ', near text[], far text[]',
  // A number, or a short word, is never righted: whether it answers is seen once the others are, and
  // an index reads all that holds a number before it says so
  skips: 'continue when one.reach = 0;',
  query: 'kernel.search_opened(asked_kind, permissions, one.query::text)',
  rights: (few, many, pieces) => `length(word) between greatest(4, ${few}) and least(30, ${many})
                and (one.${pieces} is null or strpos(word, one.${pieces}[1]) > 0
                  or strpos(word, one.${pieces}[2]) > 0 or strpos(word, one.${pieces}[3]) > 0)`,
}

const searchNear = ({ brings, skips, query, rights }: Near) => `
      create or replace function kernel.search_near(
        asked_kind text, permissions text[], terms jsonb, is_wide boolean
      ) returns table (term text, words text[]) language plpgsql stable
        set plan_cache_mode = force_generic_plan
      as $$
      declare
        here uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
        one record;
      begin
        for one in select * from jsonb_to_recordset(terms) as said(term text, whole tsquery, query tsquery, reach integer${brings}) loop
          ${skips}
          continue when exists (select from kernel.search_words
            where tenant_id = here and kind = asked_kind and permission = any(permissions)
              and word = one.term);
          continue when exists (
            select from kernel.search_things(asked_kind, false, permissions, one.whole, 1));
          continue when exists (
            select from kernel.search_things(asked_kind, false, permissions, ${query}, 1));
          term := one.term;
          if one.reach = 0 then words := '{}';
          elsif is_wide then
            words := array(select distinct word from kernel.search_words
              where tenant_id = here and kind = asked_kind and permission = any(permissions)
                and ${rights('length(one.term) - one.reach', 'length(one.term) + one.reach', 'far')}
                and (strpos(left(one.term, 2 + one.reach), left(word, 1)) > 0
                  or strpos(left(one.term, 2 + one.reach), substr(word, 2, 1)) > 0));
          else
            words := array(select distinct word from kernel.search_words
              where tenant_id = here and kind = asked_kind and permission = any(permissions)
                and word >= left(one.term, 1) and word < chr(ascii(one.term) + 1)
                and ${rights('length(one.term) - 1', 'length(one.term) + 1', 'near')});
          end if;
          return next;
        end loop;
      end $$;
    `

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- A query of words, with the kept words that begin as each of its open ones ('word':*) in its
      -- place. An index reads all that begins so before it looks at anything else, a tenth of a large
      -- member for « décision »; of words it knows, it looks for the rarest first. What opens on too
      -- many stays as it is. The kept words are those of what may be read: so is what answers.
      create function kernel.search_opened(asked_kind text, permissions text[], query text)
        returns tsquery language plpgsql stable set plan_cache_mode = force_generic_plan
      as $$
      declare
        here uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
        one record;
        opened text := query;
        remaining integer := ${MOST_OPENED};
      begin
        for one in
          select said.open, said.whole, held.words
          from (select distinct part[1] || ':*' as open, part[1] as whole, part[2] as shelf, part[3] as begun
              from regexp_matches(query, '(''([0-9a-f]{8})([a-z]+)''):\\*', 'g') as part) as said
            cross join lateral (
              select coalesce(array_agg(format('''%s%s''', shelf, word)), '{}') as words from (
                select distinct word from kernel.search_words
                where tenant_id = here and kind = asked_kind and permission = any(permissions)
                  and word > begun and word <= begun || repeat('z', ${KEPT.longest})
                limit ${MOST_OPENED + 1}) as begins) as held
          order by cardinality(words)
        loop
          remaining := remaining - cardinality(one.words);
          exit when remaining < 0;
          opened := replace(opened, one.open,
            '(' || array_to_string(one.whole || one.words, ' | ') || ')');
        end loop;
        return opened::tsquery;
      end $$;

      -- search_ranked of what is not public, found by an opened query and ranked by the query itself: an
      -- answer is worth what it was. It acts as the owner of the table for the same reason.
      create function kernel.search_ranked_opened(
        asked_kind text, permissions text[], query tsquery, opened tsquery,
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
        select array_agg(best.thing_id), array_agg(best.worth) into ids, scores from (
          select newest.thing_id, ts_rank(newest.held, query)::float8 as worth from (
            select thing_id, words as held from kernel.search_entries
            where words @@ opened and permission = any(permissions)
              -- « is true » keeps these two from the primary key, which reads a whole member
              and (tenant_id = here) is true and (kind = asked_kind) is true
            order by thing_id desc limit most) as newest
          order by 2 desc, 1 desc limit wanted) as best;
        answering := coalesce(cardinality(ids), 0);
        if answering = wanted and counted > wanted then
          select count(*) into answering from (select from kernel.search_entries
            where words @@ opened and permission = any(permissions)
              and (tenant_id = here) is true and (kind = asked_kind) is true
            limit counted) as counting;
        end if;
        return query select *, answering from unnest(ids, scores);
      end $$;
      revoke execute on function kernel.search_ranked_opened from public;
      grant execute on function kernel.search_ranked_opened to halle_app;

      ${searchNear(NOW)}

      -- Only words of four to thirty letters were kept: to right others by, those are still the ones.
      -- Forced row-level security would hide every row from the owner, who has no tenant.
      alter table kernel.search_entries no force row level security;
      alter table kernel.search_words no force row level security;
      -- A table is filled by several processes at once, rows that are inserted where others are by one
      create temporary table kept_now on commit drop as
        select distinct tenant_id, kind, permission, substr(lexeme, 9) as word
        from kernel.search_entries as entry, lateral (select lexeme from unnest(entry.words)
          where length(lexeme) not between 12 and 38 and length(lexeme) >= ${8 + KEPT.shortest}
            and substr(lexeme, 9, 1) not between '0' and '9') as held;
      insert into kernel.search_words (tenant_id, kind, permission, word)
        select * from kept_now
        where exists (select from kernel.search_words as kept
          where kept.tenant_id = kept_now.tenant_id and kept.kind = kept_now.kind)
        order by tenant_id, kind, permission, word
        on conflict do nothing;
      alter table kernel.search_words force row level security;
      alter table kernel.search_entries force row level security;
    `)
  }

  async down() {
    this.schema.raw(`
      ${searchNear(BEFORE)}
      drop function kernel.search_ranked_opened;
      drop function kernel.search_opened;
      delete from kernel.search_words where length(word) not between 4 and 30;
    `)
  }
}
