import { roomsReferringTo } from '#kernel/documents/references'
import { tenancy } from '#kernel/tenancy'
import { blobsOf, readAgain } from './read_again.js'
import { referredToInVain, type Fault } from './referred_in_vain.js'
import { straysOf, straysOfNobody, type Stray } from '#web/documents/strays'

export interface DocumentsReport {
  /** How many blobs were read again, and what those that are sound weigh in clear. */
  objects: number
  bytes: number
  seconds: number
  altered: Fault[]
  missing: Fault[]
  orphans: Stray[]
}

const AT_ONCE = 4

/**
 * Reads again every byte of the documents of some members, all rooms together: what is altered, what
 * is missing, and what the store has that no row names. `isAll`: they are all the members there are.
 */
export async function verifyDocuments(
  tenantIds: string[],
  { isAll = false } = {}
): Promise<DocumentsReport> {
  const from = performance.now()
  const report: DocumentsReport = {
    ...{ objects: 0, bytes: 0, seconds: 0 },
    ...{ altered: [], missing: [], orphans: [] },
  }
  for (const tenantId of tenantIds) {
    await verifyBlobs(tenantId, report)
    report.missing.push(...(await tenancy.run(tenantId, () => referredToInVain())))
    report.orphans.push(...(await straysOf(tenantId)))
  }
  if (isAll) report.orphans.push(...(await straysOfNobody(tenantIds)))
  report.seconds = Math.round(performance.now() - from) / 1000
  return report
}

async function verifyBlobs(tenantId: string, report: DocumentsReport): Promise<void> {
  for await (const rows of blobsOf(tenantId)) {
    for (let n = 0; n < rows.length; n += AT_ONCE) {
      const some = rows.slice(n, n + AT_ONCE)
      const outcomes = await Promise.all(some.map((row) => readAgain(tenantId, row)))
      for (const [rank, outcome] of outcomes.entries()) {
        const { sha256, size } = some[rank]
        if (outcome === 'gone') continue
        report.objects++
        if (outcome === 'sound') report.bytes += Number(size)
        else report[outcome].push(await faultOf(tenantId, sha256))
      }
    }
  }
}

/** Where people would look for a blob: its first document, in the room that refers to it. */
async function faultOf(tenantId: string, sha256: string): Promise<Fault> {
  return tenancy.run(tenantId, async ({ trx }) => {
    const documents: { id: string; name: string }[] = await trx
      .from('kernel.documents')
      .where({ tenant_id: tenantId, sha256 })
      .orderBy('id')
    for (const { id, name } of documents) {
      const [room] = await roomsReferringTo(id)
      if (room) return { sha256, room, name }
    }
    return { sha256, room: 'kernel', name: documents[0]?.name ?? '' }
  })
}
