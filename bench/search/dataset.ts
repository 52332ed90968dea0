import pg from 'pg'
import { ensureMigrated, environmentFor, masterOf } from '../support/database.js'

const DATABASE = 'bench_search'
const TENANTS = 2_000
/** The last member has so many more than its share, as a large EPCI does. */
const OF_THE_LARGEST = 30_000
const ENTRIES = 1_000_000 - OF_THE_LARGEST

export const LARGEST = TENANTS - 1
export const AVERAGE = 7

/** Identifiers that sort by their number, as UUIDv7 do by their time. */
const uuid = (kind: string, n: string) =>
  `('0199${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

export const tenantIdOf = (n: number) =>
  `01990001-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** What is typed, and the same as the index holds it: found in all, in some, in one, in none. */
export const SEARCHES = (tenantId: string) => {
  const shelf = tenantId.slice(-8)
  const at = (...words: string[]) => words.map((word) => `'${shelf}${word}':*`).join(' & ')
  return {
    everywhere: { typed: 'délibérations', tsquery: at('deliberation') },
    twoWords: { typed: 'tarif restauration', tsquery: at('tarif', 'restauration') },
    number: { typed: '2026-117', tsquery: `'${shelf}2026' & '${shelf}117'` },
    nothing: { typed: 'hippodrome', tsquery: at('hippodrome') },
    righted: { typed: 'restuaration', tsquery: at('restauration') },
  }
}

/** Twenty-odd words an entry: some of all, two of a tenth, six of a large vocabulary, numbers. */
const WORDS = `array['deliberation', 'conseil', 'service', 'commune',
  (array['tarif','budget','voirie','cession','marche','convention','emploi','subvention','ecole','urbanisme'])[1 + n % 10],
  (array['restauration','primitif','travaux','parcelle','public','culture','permanent','sport','annee','plan'])[1 + (n / 10) % 10],
  'mot' || substr(md5((n % 5000)::text), 1, 6), 'mot' || substr(md5((n * 7 % 9000)::text), 1, 6),
  'mot' || substr(md5((n * 13 % 20000)::text), 1, 6), 'mot' || substr(md5((n * 31 % 40000)::text), 1, 6),
  'mot' || substr(md5(n::text), 1, 6), '2026', (n / ${TENANTS})::text]`

const entries = (tenant: string, from: number, count: number) => `
  insert into kernel.search_entries (tenant_id, kind, thing_id, permission, words, vocabulary)
  select ${uuid('0001', tenant)}, 'actes.acte', ${uuid('0005', 'n')}, 'actes.read',
    (select string_agg('''' || lpad(to_hex(${tenant}), 8, '0') || word || ''':1A', ' ') from unnest(words) as word)::tsvector,
    words[1:11]
  from (select n, ${WORDS} as words from generate_series(${from}, ${from + count - 1}) n) as said;`

/** Makes sure of the database of this bench; it is kept from one run to the next. */
export async function ensureEntries(): Promise<void> {
  await ensureMigrated(DATABASE)
  const client = masterOf(environmentFor(DATABASE))
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from kernel.search_entries limit 1')
    if (rowCount) return
    await client.query(`set synchronous_commit = off; begin;
      insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
        select ${uuid('0001', 'n')}, 'membre-' || n, lpad(n::text, 9, '0'), 'Commune ' || n, 'commune', '035', '1', '31'
        from generate_series(0, ${TENANTS - 1}) n;
      ${entries(`n % ${TENANTS}`, 0, ENTRIES)} ${entries(String(LARGEST), ENTRIES, OF_THE_LARGEST)}
      commit;`)
    await client.query('vacuum analyze kernel.search_entries')
  } finally {
    await client.end()
  }
}
