import { deposit, type DepositedDocument } from '#rooms/archiving'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'
import { papersOfLots, type Wanted } from '../lots/papers_of_lots.js'
import { withFiles, type ReceivedPli } from '../opening/received_plis.js'
import { marcheOfAward } from '../award/decp_of.js'
import { marchesOfLotsOf } from '../award/decp_of_lots.js'
import { decpJson } from '../rules/decp.js'

/** Passation: five years from the signature (R2184-12); ten for works, whose pieces last as long. */
const KEPT = { travaux: 'P10Y', fournitures: 'P5Y', services: 'P5Y' }

/** Hands a notified consultation over to the archives, refused bids included, in the transaction in context. */
export async function depositConsultation(id: string): Promise<void> {
  const consultation = await Consultation.get(id)
  // The last of several lots is told twice: as a notified award, and as the end of them all
  if (consultation.state !== 'notified' || consultation.archiveReference) return
  const signedOn = consultation.signedOn!.toISODate()!
  const plis = await Pli.query().where('consultationId', id).whereNotNull('receivedAt')
  const { depositId, isAccepted } = await deposit({
    origin: { capability: 'procurement', id },
    profile: 'marches',
    title: `Marché ${consultation.reference} – ${consultation.title}`.slice(0, 500),
    reference: consultation.reference,
    description: consultation.description,
    documentType: 'Dossier de passation de marché public',
    startDate: consultation.publishedAt!.toISODate()!,
    endDate: consultation.notifiedOn!.toISODate()!,
    appraisal: { rule: KEPT[consultation.nature], startDate: signedOn, finalAction: 'Destroy' },
    // Business secrets of the offers (Code du patrimoine L213-2)
    access: { rule: 'AR039', startDate: signedOn },
    proofSubjects: [consultation.ref, ...plis.map(({ ref }) => ref)],
    documents: await documentsOf(consultation, plis),
    by: SYSTEM,
  })
  await consultation.merge({ archiveReference: depositId }).save()
  if (isAccepted) await consultation.step('archive', SYSTEM)
}

async function documentsOf(consultation: Consultation, plis: Pli[]): Promise<DepositedDocument[]> {
  const dce = await consultation.documents()
  const wanted: Wanted[] = [
    [consultation.signedAwardDocumentId, 'signed', 'Décision d’attribution'],
    [consultation.signedRcDocumentId, 'annex', 'Règlement de consultation'],
    ...dce.map(({ documentId, name }): Wanted => [documentId, 'annex', `DCE : ${name}`]),
    [
      consultation.signedPvDocumentId ?? consultation.pvDocumentId,
      'annex',
      'Procès-verbal d’ouverture des plis',
    ],
    [await keepDecp(consultation), 'annex', 'Données essentielles'],
    ...(await papersOfLots(consultation)),
  ]
  for (const received of await withFiles(plis)) wanted.push(...(await piecesOfPli(received)))
  const ids = wanted.flatMap(([documentId]) => documentId ?? [])
  const found = new Map((await documents.findMany(ids)).map((file) => [file.id, file]))
  return wanted.flatMap(([documentId, role, title]) => {
    const file = documentId ? found.get(documentId) : undefined
    return file ? [{ documentId: file.id, role, title, fileName: file.name }] : []
  })
}

/** Of a pli: its proofs always, and what it held when it was opened. */
async function piecesOfPli({ pli, files }: ReceivedPli): Promise<Wanted[]> {
  const who = `${pli.company} (${pli.siret})`
  const keep = async (name: string, bytes: Buffer) => (await documents.store(bytes, { name })).id
  const manifest = await keep(`pli-${pli.id}.json`, Buffer.from(pli.manifest!, 'utf8'))
  const token = pli.token ? await keep(`pli-${pli.id}.tsr`, pli.token as unknown as Buffer) : null
  return [
    [manifest, 'annex', `Pli de ${who} : manifeste`],
    [token, 'annex', `Pli de ${who} : horodatage`],
    [pli.letterDocumentId, 'annex', `Lettre à ${who}`],
    ...files.map(({ documentId, envelope, name }): Wanted => [
      documentId,
      'annex',
      `Pli de ${who} : ${envelope}/${name}`,
    ]),
  ]
}

async function keepDecp(consultation: Consultation): Promise<string> {
  const marches = consultation.awardedPliId
    ? [await marcheOfAward(consultation)]
    : await marchesOfLotsOf(consultation)
  const text = decpJson(marches)
  const kept = await documents.store(Buffer.from(text, 'utf8'), { name: 'decp.json' })
  return kept.id
}
