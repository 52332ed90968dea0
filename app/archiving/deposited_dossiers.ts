import type { ClosedDossier, Dossiers } from '#web/dossiers'
import type { DocumentRole } from './formats/deposit_description.js'
import Deposit from './models/deposit.js'
import DepositDocument from './models/deposit_document.js'

/** What bears the name that the dossier has: the acte itself, and not its annexes. */
const ITSELF: DocumentRole[] = ['signed', 'received', 'stamped']

/** The closed dossiers of a room that hands each of them over to the archives: what it deposited. */
export const depositedDossiers = (room: string, { label }: { label: string }): Dossiers => ({
  label,

  async read(id) {
    const deposit = await ofRoom(room).where('originId', id).first()
    return deposit && dossierOf(deposit, await DepositDocument.of(deposit.id))
  },

  async closedAfter(id, most) {
    const query = ofRoom(room).orderBy('originId').limit(most)
    const found = await (id ? query.where('originId', '>', id) : query).select('origin_id')
    return found.map(({ originId }) => originId)
  },
})

const ofRoom = (originCapability: string) => Deposit.query().where({ originCapability })

function dossierOf({ description }: Deposit, files: DepositDocument[]): ClosedDossier {
  const { title, reference = null, documentType, startDate, endDate, appraisal } = description
  const { rule, startDate: from, finalAction } = appraisal
  return {
    ...{ title, reference, closedOn: endDate ?? startDate },
    retention: from
      ? { rule, from, finalAction: finalAction === 'Keep' ? 'keep' : 'destroy' }
      : null,
    papers: files.map((file) => ({
      key: String(file.position),
      documentId: file.documentId,
      title: file.title,
      fileName: file.fileName,
      type: ITSELF.includes(file.role) ? documentType : undefined,
    })),
  }
}
