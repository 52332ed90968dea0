import { BaseSchema } from '@adonisjs/lucid/schema'

/** The function, with what each term brings more and what is asked before its query. */
const searchNear = (also: string, before: string) => `
      create or replace function kernel.search_near(
        asked_kind text, permissions text[], terms jsonb, is_wide boolean
      ) returns table (term text, words text[]) language plpgsql stable
        set plan_cache_mode = force_generic_plan
      as $$
      declare
        here uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
        one record;
      begin
        for one in select * from jsonb_to_recordset(terms) as said(term text, ${also}query tsquery, reach integer) loop
${before}
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
    `

const WHOLE_FIRST = `
          continue when exists (select from kernel.search_words
            where tenant_id = here and kind = asked_kind and permission = any(permissions)
              and word = one.term);
          continue when exists (
            select from kernel.search_things(asked_kind, false, permissions, one.whole, 1));`

export default class extends BaseSchema {
  // It asks the kept words first, then the whole word, then what begins so: an index reads everything that
  // begins like a word before it answers, fifty milliseconds of a large member. A process of the version
  // before brings no whole word, and is answered all the same.
  async up() {
    this.schema.raw(searchNear('whole tsquery, ', WHOLE_FIRST))
  }

  async down() {
    this.schema.raw(searchNear('', ''))
  }
}
