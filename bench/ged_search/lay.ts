import type pg from 'pg'
import { TENANTS } from './size.js'
import {
  EVERYWHERE,
  fragmentOf,
  KINDS,
  PLACES,
  PREAMBLE,
  spelledIn,
  SUBJECTS,
  vocabularyIn,
} from './words.js'

/** Identifiers that sort by their number, as UUIDv7 do by their time. */
const uuid = (kind: string, n: string) =>
  `('0199${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const [TENANT, SPACE, LIST] = ['0001', '0002', '0003'].map((kind) => uuid(kind, 'n'))

export async function layWords(client: pg.Client): Promise<void> {
  await client.query(`create table bench.words
    (kind text, n int, said text, held text, spelled text[], vocabulary text[])`)
  const lists = {
    ...{ kind: KINDS, subject: SUBJECTS, place: PLACES },
    ...{ preamble: [PREAMBLE], everywhere: [EVERYWHERE] },
  }
  for (const [kind, words] of Object.entries(lists)) {
    const rows = words.map((said, n) => ({
      ...{ kind, n, said, held: fragmentOf(said, kind === 'preamble' ? 'D' : 'A') },
      ...{ spelled: spelledIn(said), vocabulary: vocabularyIn(said) },
    }))
    await client.query(
      `insert into bench.words select * from jsonb_to_recordset($1::jsonb)
         as word(kind text, n int, said text, held text, spelled text[], vocabulary text[])`,
      [JSON.stringify(rows)]
    )
  }
  await client.query('create index on bench.words (kind, n); analyze bench.words')
}

export async function layMembers(client: pg.Client): Promise<void> {
  const all = `from generate_series(0, ${TENANTS - 1}) n`
  await client.query(`
    insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
      select ${TENANT}, 'membre-' || n, lpad(n::text, 9, '0'), 'Commune ' || n, 'commune', '035', '1', '31' ${all};
    insert into ged.spaces (tenant_id, id, slug, name, kind, created_at)
      select ${TENANT}, ${SPACE}, 'commun', 'Espace commun', 'tenant', now() ${all};
    insert into ged.access_lists (tenant_id, id, space_id) select ${TENANT}, ${LIST}, ${SPACE} ${all};`)
}

/** What is drawn for each document, always the same for a number. */
const drawn = (lot: string) => `
  select made.*, one.vocabulary || case when two.n <> one.n then two.vocabulary else '{}' end
      || case when three.n not in (one.n, two.n) then three.vocabulary else '{}' end as subjects,
    kind.said || ' n° ' || year || '-' || rank || ' ' || one.said || ' ' || two.said
      || ' de l’' || three.said || ', RD ' || road || ', ' || place.said as title,
    kind.vocabulary as kind_words, place.vocabulary as place_words,
    concat_ws(' ', kind.held, one.held, two.held, three.held, place.held, preamble.held, everywhere.held,
      '''@' || year || ''':1A', '''@' || rank || ''':1A', '''@' || road || ''':1A', '''@' || i || ''':1A') as held
  from (select *, h % ${KINDS.length} as a, h / 8 % ${SUBJECTS.length} as b, g % ${SUBJECTS.length} as c,
      g / 71 % ${SUBJECTS.length} as d, ((h::bigint + g) % ${PLACES.length})::int as e
    from (select i, member as n, i / ${TENANTS} + 1 as rank, 2015 + i / ${TENANTS} % 12 as year,
        1 + i * 7::bigint % 390 as road, hashint4(i) & 1073741823 as h, hashint4(i + 77) & 1073741823 as g
      from (${lot}) as lot) as numbered) as made
  join bench.words kind on kind.kind = 'kind' and kind.n = a
  join bench.words one on one.kind = 'subject' and one.n = b
  join bench.words two on two.kind = 'subject' and two.n = c
  join bench.words three on three.kind = 'subject' and three.n = d
  join bench.words place on place.kind = 'place' and place.n = e
  join bench.words preamble on preamble.kind = 'preamble'
  join bench.words everywhere on everywhere.kind = 'everywhere'
  order by made.n, i`

/**
 * Nodes, their entries and the words that a misspelt one is righted by, as the product writes them
 * (`asWritten` checks it), and the same for the bare mapping. Its keys are right by construction.
 */
export async function layDocuments(client: pg.Client, lot: string): Promise<number> {
  await client.query(`set synchronous_commit = off; set session_replication_role = replica; set jit = off; begin;
    create temporary table made on commit drop as ${drawn(lot)};
    insert into ged.nodes (tenant_id, id, space_id, kind, access_id, name, name_key, title, created_at)
      select ${TENANT}, ${uuid('0005', 'i')}, ${SPACE}, 'document', ${LIST},
        'document-' || i || '.pdf', 'document-' || i || '.pdf', title, now() from made;
    insert into kernel.search_entries (tenant_id, kind, thing_id, permission, words, vocabulary)
      select ${TENANT}, 'ged.document', ${uuid('0005', 'i')}, 'ged.access:' || ${LIST},
        replace(held, '@', lpad(to_hex(n), 8, '0'))::tsvector,
        kind_words || subjects || place_words || '{document,pdf}'
      from made;
    insert into kernel.search_words (tenant_id, kind, permission, word)
      select distinct ${TENANT}, 'ged.document', 'ged.access:' || ${LIST}, word
      from (select distinct made.n, said.kind, said.n as word_n from made, lateral (values ('kind', a),
          ('subject', b), ('subject', c), ('subject', d), ('place', e), ('preamble', 0), ('everywhere', 0)) said(kind, n)) as held
        join (select kind, n as word_n, spelled from bench.words) as words using (kind, word_n), unnest(spelled) as word
      order by 1, word on conflict do nothing;
    insert into bench.documents select ${TENANT}, ${uuid('0005', 'i')}, title,
      setweight(to_tsvector('bench.fr', title), 'A') || (select to_tsvector('bench.fr', said) from bench.words where words.kind = 'preamble')
    from made`)
  const { rows } = await client.query('select count(*)::int as laid from made')
  await client.query('commit')
  return rows[0].laid
}
