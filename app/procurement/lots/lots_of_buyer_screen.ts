import { folderSummary } from '#rooms/parapheur'
import { here } from '#web/here'
import type { Tenant } from '#kernel/tenant'
import { faultsOf } from '../award/decp_of.js'
import { marchesOfLotsOf } from '../award/decp_of_lots.js'
import type Consultation from '../drafting/consultation.js'
import Lot from './lot.js'

/** The lots of a consultation for its buyer: where each is, and what may be done of it. */
export async function lotsOfBuyer(
  consultation: Consultation,
  { tenant, mayWrite }: { tenant: Tenant; mayWrite: boolean }
) {
  const { id } = consultation
  const lots = await Lot.of(id)
  const isOpen = consultation.state === 'online' && !consultation.isPastTheHour
  const living = lots.filter(({ isOver }) => !isOver)
  // Before the hour a lot may be taken out, but not the last
  const isTakenOut = (lot: Lot) => isOpen && living.length > 1 && lot.state === 'planned'
  const shown = []
  for (const lot of lots) {
    const params = { tenant, id, lot: lot.id }
    shown.push({
      lot,
      paper: lot.signedAwardDocumentId ?? lot.awardDocumentId,
      circuit: lot.state === 'awarding' ? await folderSummary(lot.awardFolderId!) : null,
      awardUrl:
        mayWrite && lot.allows('propose') ? here('procurement.lot_awards.create', params) : null,
      notifyUrl:
        mayWrite && lot.allows('notify') ? here('procurement.lot_awards.notify', params) : null,
      endUrl:
        mayWrite && (lot.allows('fail') || isTakenOut(lot))
          ? here('procurement.lot_endings.create', params)
          : null,
    })
  }
  return {
    lots: shown,
    // What is given to somebody is not given up with the rest
    isAwarded: lots.some(({ isAwarded }) => isAwarded),
    editLotsUrl: mayWrite && consultation.state === 'draft' ? editOf(tenant, id) : null,
    addUrl: mayWrite && isOpen ? here('procurement.lot_additions.create', { tenant, id }) : null,
    faults: (await marchesOfLotsOf(consultation)).flatMap(faultsOf),
  }
}

const editOf = (tenant: Tenant, id: string) => here('procurement.lots.edit', { tenant, id })
