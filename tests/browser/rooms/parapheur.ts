import { townHall } from '#tests/parapheur/town_hall'
import type { VisitedPage } from '../pages.js'

/** A folder as the secretary who gives a visa and the mayor who signs open it. */
export async function parapheurPages(): Promise<VisitedPage[]> {
  const hall = await townHall()
  const folder = `${hall.base}/dossiers/${await hall.open()}`
  const { agent, secretary, mayor } = hall
  return [
    { name: 'parapheur-desk', path: hall.base, as: secretary },
    { name: 'parapheur-desk-all', path: `${hall.base}?vue=all`, as: agent },
    { name: 'parapheur-desk-empty', path: hall.base, as: mayor },
    { name: 'parapheur-folder', path: folder, as: agent },
    { name: 'parapheur-folder-visa', path: folder, as: secretary },
    { name: 'parapheur-absences', path: `${hall.base}/absences`, as: mayor },
    { name: 'parapheur-seal', path: `${hall.base}/cachet`, as: secretary },
  ]
}
