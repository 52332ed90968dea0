import type pg from 'pg'
import { ensureMigrated, environmentFor, masterOf } from '../support/database.js'
import { layBare } from './bare.js'
import { fragmentOf, KINDS, PLACES, PREAMBLE, SUBJECTS } from './words.js'

export const DOCUMENTS = Number(process.env.GED_DOCUMENTS ?? 200_000)
export const TENANTS = 2_000
/** The last member holds a tenth of everything, as a large EPCI does. */
const LARGEST = TENANTS - 1
export const DATABASE = `bench_ged_search_${DOCUMENTS}`
const AT_ONCE = 50_000

/** Identifiers that sort by their number, as UUIDv7 do by their time. */
const uuid = (kind: string, n: string) =>
  `('0199${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const idOf = (kind: string, n: number) =>
  `0199${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const tenantOf = (n: number) => idOf('0001', n)
export const listOf = (n: number) => idOf('0003', n)
export const MEMBERS = { common: 7, largest: LARGEST }

/** Makes sure of the base of this size; it is kept from one run to the next. */
export async function ensureDocuments(): Promise<void> {
  await ensureMigrated(DATABASE)
  const client = masterOf(environmentFor(DATABASE))
  await client.connect()
  try {
    const { rows } = await client.query("select to_regclass('bench.filled') as filled")
    if (rows[0].filled) return
    await client.query('drop schema if exists bench cascade; create schema bench')
    await layWords(client)
    await client.query(MEMBERS_AND_PLACES)
    for (let from = 0; from < DOCUMENTS; from += AT_ONCE) {
      await layDocuments(client, from, Math.min(DOCUMENTS, from + AT_ONCE) - 1)
      process.stderr.write(`\r${Math.min(DOCUMENTS, from + AT_ONCE)} documents`)
    }
    await layBare(client)
    await client.query('vacuum analyze')
    await client.query('create table bench.filled ()')
  } finally {
    await client.end()
  }
}

async function layWords(client: pg.Client): Promise<void> {
  await client.query('create table bench.words (kind text, n int, said text, held text)')
  const lists = { kind: KINDS, subject: SUBJECTS, place: PLACES, preamble: [PREAMBLE] }
  for (const [kind, words] of Object.entries(lists)) {
    const weight = kind === 'preamble' ? 'D' : 'A'
    await client.query(
      `insert into bench.words select $1, n - 1, said, held
       from unnest($2::text[], $3::text[]) with ordinality as word(said, held, n)`,
      [kind, words, words.map((word) => fragmentOf(word, weight))]
    )
  }
  await client.query(
    'create index on bench.words (kind, n) include (said, held); analyze bench.words'
  )
}

const MEMBERS_AND_PLACES = `
  insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
    select ${uuid('0001', 'n')}, 'membre-' || n, lpad(n::text, 9, '0'), 'Commune ' || n, 'commune', '035', '1', '31'
    from generate_series(0, ${TENANTS - 1}) n on conflict do nothing;
  insert into ged.spaces (tenant_id, id, slug, name, kind, created_at)
    select ${uuid('0001', 'n')}, ${uuid('0002', 'n')}, 'commun', 'Espace commun', 'tenant', now()
    from generate_series(0, ${TENANTS - 1}) n on conflict do nothing;
  insert into ged.access_lists (tenant_id, id, space_id)
    select ${uuid('0001', 'n')}, ${uuid('0003', 'n')}, ${uuid('0002', 'n')}
    from generate_series(0, ${TENANTS - 1}) n on conflict do nothing;
  create function bench.titles(first int, last int) returns table (n int, t int, title text, held text)
  language sql stable as $$
  select i, member, kind.said || ' n° ' || year || '-' || rank || ' ' || one.said || ' ' || other.said
      || ' de l’' || third.said || ', RD ' || road || ', ' || place.said,
    concat_ws(' ', kind.held, one.held, other.held, third.held, place.held, preamble.held,
      '''@' || year || ''':1A', '''@' || rank || ''':1A', '''@rd'':1A', '''@' || road || ''':1A')
  from (select i, i / ${TENANTS} + 1 as rank, 2015 + i / ${TENANTS} % 12 as year, 1 + i * 7::bigint % 390 as road,
      case when i % 10 = 9 then ${LARGEST} else i % ${LARGEST} end as member,
      hashint4(i) & 1073741823 as h, hashint4(i + 77) & 1073741823 as g
    from generate_series(first, last) i) as made
  join bench.words kind on kind.kind = 'kind' and kind.n = h % ${KINDS.length}
  join bench.words one on one.kind = 'subject' and one.n = h / 8 % ${SUBJECTS.length}
  join bench.words other on other.kind = 'subject' and other.n = g % ${SUBJECTS.length}
  join bench.words third on third.kind = 'subject' and third.n = g / 71 % ${SUBJECTS.length}
  join bench.words place on place.kind = 'place' and place.n = (h::bigint + g) % ${PLACES.length}
  join bench.words preamble on preamble.kind = 'preamble' $$;`

/** Nodes, their entries and the words that a misspelt one is righted by, as the product writes them. */
async function layDocuments(client: pg.Client, from: number, to: number): Promise<void> {
  const tenant = uuid('0001', 't')
  await client.query(`set synchronous_commit = off; begin;
    create temporary table made on commit drop as
      select * from bench.titles(${from}, ${to});
    insert into ged.nodes (tenant_id, id, space_id, kind, access_id, name, name_key, title, created_at)
      select ${tenant}, ${uuid('0005', 'n')}, ${uuid('0002', 't')}, 'document', ${uuid('0003', 't')},
        'document-' || n || '.pdf', 'document-' || n || '.pdf', title, now() from made;
    insert into kernel.search_entries (tenant_id, kind, thing_id, permission, words, vocabulary)
      select ${tenant}, 'ged.document', ${uuid('0005', 'n')}, 'ged.access:' || ${uuid('0003', 't')},
        replace(held, '@', lpad(to_hex(t), 8, '0'))::tsvector, '{}' from made;
    insert into kernel.search_words (tenant_id, kind, permission, word)
      select distinct ${tenant}, 'ged.document', 'ged.access:' || ${uuid('0003', 't')}, word
      from made, lateral regexp_matches(held, '''@([a-z]{4,30})''', 'g') as found(words),
        lateral unnest(words) as word
      on conflict do nothing;
    commit;`)
}
