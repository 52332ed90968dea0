import type { DateTime } from 'luxon'
import { systemDb } from '#kernel/system'
import type { Tenant } from '#kernel/tenant'
import { isUuid } from '#lib/values'
import { PUBLIC_STATES, type ConsultationState } from '../rules/consultation_lifecycle.js'
import { inBranch } from './branch.js'
import { publicBuyers } from './find_published.js'

const PAGE = 50
const MOST_WORDS = 10
/** As its index says it, to the letter. */
const SEARCHED = `to_tsvector('simple', regexp_replace(
  kernel.folded(reference || ' ' || title || ' ' || description || ' ' || lot_words),
  '[^a-z0-9]+', ' ', 'g'))`

/** What a list of consultations may be narrowed by; each is optional. */
export interface Wanted {
  /** A code or the beginning of one: `45` and `45000000` are all works. */
  cpv?: string
  /** Words, all of which are there. */
  q?: string
  departement?: string
  /** SIREN, SIRET or short name. */
  buyer?: string
  nature?: string
  closesAfter?: DateTime
  apres?: string
  /** For whoever was told of the others already. */
  publishedAfter?: DateTime
  ids?: string[]
}

/** A row of the list, as everybody reads it. */
export interface PublishedRow {
  id: string
  tenant: Tenant
  reference: string
  title: string
  nature: string
  cpv: string
  placeCode: string
  deadline: Date
  zone: string
  state: ConsultationState
  publishedAt: Date
  fingerprint: string
}

/** One page of what the members published, the newest first. */
export async function listPublished(
  wanted: Wanted
): Promise<{ rows: PublishedRow[]; next: string | null }> {
  const buyers = await publicBuyers()
  const asked = buyers.filter((one) => !wanted.buyer || isNamed(one, wanted.buyer))
  const query = systemDb()
    .from('procurement.consultations')
    .whereIn(
      'tenant_id',
      asked.map(({ id }) => id)
    )
    .whereNotNull('published_at')
    .whereIn('state', PUBLIC_STATES)
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  narrow(query, wanted)
  const found = await query
  const known = new Map(buyers.map((tenant) => [tenant.id, tenant]))
  const rows = found.slice(0, PAGE).map((row) => rowOf(row, known.get(row.tenant_id)!))
  return { rows, next: found.length > PAGE ? rows.at(-1)!.id : null }
}

const isNamed = ({ siren, slug }: Tenant, buyer: string) =>
  slug === buyer || siren === buyer.replaceAll(/\s/g, '').slice(0, 9)

type Query = ReturnType<ReturnType<typeof systemDb>['from']>

function narrow(query: Query, wanted: Wanted): void {
  const { cpv, q, departement, nature, closesAfter, apres, publishedAfter, ids } = wanted
  if (ids) query.whereIn('id', ids)
  if (publishedAfter) query.where('published_at', '>', publishedAfter.toJSDate())
  if (isUuid(apres)) query.where('id', '<', apres)
  if (cpv) query.where(inBranch(cpv))
  if (nature) query.where('nature', nature)
  if (closesAfter) query.where('deadline', '>', closesAfter.toJSDate())
  if (departement) query.whereRaw('place_code ~ ?', [placesOf(departement)])
  const words = wordsOf(q ?? '')
  if (words) query.whereRaw(`${SEARCHED} @@ to_tsquery('simple', ?)`, [words])
}

/** The postcodes of Corsica keep its former number: 200 and 201 in the south, 202 and 206 in the north. */
function placesOf(departement: string): string {
  if (departement === '2A') return '^(2A|20[01])'
  if (departement === '2B') return '^(2B|20[26])'
  return `^${departement}`
}

/**
 * A search of words by their beginnings, without accents nor capitals, as `kernel.folded` says them;
 * what a sign joins, as in « 26-014 », stands together. Empty when nothing is asked.
 */
function wordsOf(typed: string): string {
  const folded = typed
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
  const words = folded.split(/\s+/).map((word) => word.split(/[^a-z0-9]+/).filter(Boolean))
  return words
    .filter(({ length }) => length > 0)
    .slice(0, MOST_WORDS)
    .map((parts) => `${parts.join(' <-> ')}:*`)
    .join(' & ')
}

const rowOf = (row: any, tenant: Tenant): PublishedRow => ({
  tenant,
  id: row.id,
  reference: row.reference,
  title: row.title,
  nature: row.nature,
  cpv: row.cpv,
  placeCode: row.place_code,
  deadline: row.deadline,
  zone: row.zone,
  state: row.state,
  publishedAt: row.published_at,
  fingerprint: row.fingerprint,
})
