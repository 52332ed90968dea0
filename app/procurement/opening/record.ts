import type { DateTime } from 'luxon'
import { openFolder } from '#rooms/parapheur'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'
import { pvPdf } from '../formats/pv_pdf.js'
import Holder from '../holders/holder.js'
import { FOLDER_TYPE } from '../publication/submit.js'
import PliFile from './pli_file.js'
import { whoGave } from './shares.js'

/** Once no pli waits to be opened: the PV is written and goes to the parapheur, and the analysis begins. */
export async function recordIfDone(consultationId: string): Promise<void> {
  const consultation = await Consultation.hold(consultationId)
  if (!consultation.allows('record')) return
  const waiting = await Pli.query().where({ consultationId, state: 'sealed' }).limit(1)
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
}

async function keepPv(consultation: Consultation): Promise<string> {
  const tenant = await tenants.current()
  const plis = await Pli.query()
    .where('consultationId', consultation.id)
    .whereNotNull('receivedAt')
    .orderBy('receivedAt')
  const lines = []
  for (const pli of plis) lines.push({ pli, files: await PliFile.of(pli.id) })
  const given = await whoGave(consultation)
  const holders = given.length > 0 ? await Holder.query().whereIn('id', given) : []
  const pdf = await pvPdf(
    {
      reference: consultation.reference,
      title: consultation.title,
      deadline: consultation.hourWords,
      zone: consultation.zone,
      president: consultation.president!,
      members: consultation.membersPresent!,
      holders: holders.map(({ name }) => name),
      fingerprint: consultation.fingerprint!,
      plis: lines.map(({ pli, files }) => ({
        company: pli.company,
        siret: pli.siret,
        receivedAt: instantIn(consultation, pli.receivedAt!),
        startedAt: instantIn(consultation, pli.startedAt),
        state: pli.state,
        digest: pli.digest!,
        refusal: pli.refusal,
        files: files.map(({ envelope, name }) => `${envelope}/${name}`),
      })),
    },
    { buyer: tenant.name, accent: tenant.accent, day: clock.today().toString() }
  )
  const name = `pv-ouverture-${consultation.reference.replaceAll('/', '-')}.pdf`
  return (await documents.store(pdf, { name })).id
}

const instantIn = ({ zone }: Consultation, at: DateTime) =>
  at.setZone(zone).toFormat('dd/MM/yyyy HH:mm:ss.SSS')

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
