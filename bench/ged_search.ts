import pg from 'pg'
import { asWritten } from './ged_search/as_written.js'
import { askBare, indexBytes } from './ged_search/bare.js'
import { DATABASE, ensureDocuments, listOf, MEMBERS, tenantOf } from './ged_search/dataset.js'
import { inTurn, perSecond, type Ask } from './ged_search/measure.js'
import { queriesOf } from './ged_search/queries.js'
import { DOCUMENTS, TENANTS } from './ged_search/size.js'
import { boot } from './support/application.js'
import { environmentFor, masterOf } from './support/database.js'

const QUERIES = 150

/**
 * Documents looked for as agents write what they remember of them, by the product (its transaction,
 * its wall, its rights, its corrections, what it shows of each) and by the bare mapping of a
 * handbook, in turn, in the same run; `small`: a member of the common size alone.
 */
export default async function gedSearch(): Promise<Record<string, unknown>> {
  const buildingMs = await ensureDocuments()
  const env = environmentFor(DATABASE)
  const owner = masterOf(env)
  await owner.connect()
  const stop = await boot(DATABASE)
  const pool = new pg.Pool({
    connectionString: env.DATABASE_BACKUP_URL ?? env.DATABASE_URL,
    max: 4,
  })
  try {
    const seen = await asWritten(owner)
    const [common, largest] = [
      await queriesOf(owner, MEMBERS.common, QUERIES),
      await queriesOf(owner, MEMBERS.largest, QUERIES),
    ]
    const [ours, bare] = [await productAsk(), bareAsk(pool)]
    const all = common.flatMap((query, rank) => [query, ...(largest[rank] ? [largest[rank]] : [])])
    const [mine, theirs] = await inTurn(all, [ours, bare])
    const [small] = await inTurn(common, [ours])
    return {
      ...{ documents: DOCUMENTS, tenants: TENANTS, seenAsWritten: seen },
      ...(buildingMs !== null && { buildingMs }),
      indexBytes: await indexBytes(owner, '^kernel\\.search_(entries|words)'),
      ours: { ...mine, perSecond: await perSecond(all, ours) },
      bare: {
        ...{ ...theirs, perSecond: await perSecond(all, bare) },
        indexBytes: await indexBytes(owner, '^bench\\.documents'),
      },
      small: { documents: common.length, p95Ms: small.p95Ms },
      aims: { p95Ms: '<= 10, <= 1.5 × bare', recallAt10: '>= 0.95' },
    }
  } finally {
    await pool.end()
    await owner.end()
    await stop()
  }
}

async function productAsk(): Promise<Ask> {
  const { searchDocuments } = await import('#app/ged/search/search_documents')
  return async ({ tenant, typed }) => {
    const owner = { tenantId: tenantOf(tenant), lists: [listOf(tenant)] }
    return (await searchDocuments([owner], typed, 10)).hits.map(({ id }) => id)
  }
}

const bareAsk =
  (pool: pg.Pool): Ask =>
  ({ tenant, typed }) =>
    askBare(pool, tenantOf(tenant), typed)
