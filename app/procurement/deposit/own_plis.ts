import { colleaguesBeside, type Door } from '#rooms/outsiders'
import { pageOf } from '#lib/page_of'
import { pageAfter } from '#web/cursor'
import Pli from './pli.js'

const SHOWN = 50

/** The plis of a consultation that somebody, or those who answer with her, deposited. */
async function hers(consultationId: string, { personId: own }: Door) {
  const colleagues = await colleaguesBeside(own)
  return () =>
    Pli.query()
      .where({ consultationId })
      .where((theirs) => {
        theirs.where('personId', own)
        for (const { personId, establishmentId } of colleagues)
          theirs.orWhere({ personId, establishmentId })
      })
      .whereNotNull('receivedAt')
      .orderBy('receivedAt', 'desc')
      .orderBy('id', 'desc')
}

/**
 * What she deposited, the last received first, fifty at a time after the pli named; what leads to
 * those that follow; and the one that a new deposit would replace, wherever it stands.
 */
export async function ownPlis(consultationId: string, door: Door, after: string | null) {
  const query = await hers(consultationId, door)
  const page = query().limit(SHOWN + 1)
  if (after)
    page.whereRaw(
      `(received_at, id) < (select received_at, id from procurement.plis one
         where one.tenant_id = plis.tenant_id and one.id = ?)`,
      [after]
    )
  const { shown: plis, next } = pageOf(await page, SHOWN)
  const former = await query().where('state', 'sealed').first()
  return { plis, next: pageAfter(next), former: former ?? undefined }
}
