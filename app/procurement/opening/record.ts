import { openFolder } from '#rooms/parapheur'
import { SYSTEM } from '#kernel/actor'
import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'
import { beginLots } from '../lots/begin_lots.js'
import { FOLDER_TYPE } from '../publication/submit.js'
import { keepPv } from './pv.js'

/** Once every pli is opened, or set aside by the commission: the PV is written and goes to the parapheur, and the analysis begins. */
export async function recordIfDone(consultationId: string): Promise<void> {
  const consultation = await Consultation.hold(consultationId)
  if (!consultation.allows('record')) return
  const waiting = await Pli.query()
    .where({ consultationId })
    .whereIn('state', ['sealed', 'unreadable'])
    .limit(1)
  if (waiting.length > 0) return
  const pv = await keepPv(consultation)
  const { folderId } = await openFolder({
    title: `PV d’ouverture ${consultation.reference} : ${consultation.title}`.slice(0, 250),
    documents: [{ documentId: pv, toSign: true }],
    origin: { capability: 'procurement', id: consultation.id },
    type: FOLDER_TYPE,
    by: SYSTEM,
  })
  consultation.merge({ pvDocumentId: pv, pvFolderId: folderId })
  await consultation.step('record', SYSTEM)
  await askToAnalyse(consultation)
  await beginLots(consultation)
}

async function askToAnalyse({ id, title }: Consultation): Promise<void> {
  const tenant = await tenants.current()
  await tasks.open({
    key: `procurement.analyse:${id}`,
    capability: 'procurement',
    title: `Analyser les offres : « ${title} »`.slice(0, 250),
    url: here('procurement.consultations.show', { tenant, id }),
    role: 'agent',
    subjectId: id,
  })
}
