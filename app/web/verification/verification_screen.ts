import type { Meaning } from '#lib/meaning'
import type { PdfInspection, SignatureReport } from '#lib/signature'
import { publications } from './publications.js'
import { type DocumentAtHand, readReceived } from './read_apart.js'

const OVERALL: Record<PdfInspection['status'], { label: string; meaning?: Meaning }> = {
  valid: { label: 'Intact et signé', meaning: 'done' },
  annotated: { label: 'Signé, puis annoté', meaning: 'waiting' },
  completed: { label: 'Signé, puis complété', meaning: 'waiting' },
  to_confirm: { label: 'À confirmer', meaning: 'waiting' },
  indeterminate: { label: 'À confirmer', meaning: 'waiting' },
  failed: { label: 'Altéré', meaning: 'trouble' },
  not_signed: { label: 'Non signé' },
  unreadable: { label: 'Illisible', meaning: 'trouble' },
}

/** These very bytes are those that a collectivite published: its marks are its own. */
const OFFICIAL = { label: 'Exemplaire publié', meaning: 'done' }

const INDICATIONS = {
  TOTAL_PASSED: { label: 'Valide', meaning: 'done' },
  INDETERMINATE: { label: 'Indéterminée', meaning: 'waiting' },
  TOTAL_FAILED: { label: 'Non valide', meaning: 'trouble' },
}

const BUT_REVOCATION = { label: 'Valide, révocation non vérifiée', meaning: 'done' }

export interface ReceivedDocument extends DocumentAtHand {
  name: string
}

/** What the verification page shows of a PDF; throws E_PDF_UNREADABLE, E_PDF_LOCKED or E_READING_BUSY. */
export async function verificationScreen({ name, ...received }: ReceivedDocument) {
  const read = await readReceived(received)
  const { inspection, sha256 } = read
  const published = await publications.find(sha256)
  const isOfficial = published !== null && ['valid', 'annotated'].includes(inspection.status)
  return {
    ...read,
    name,
    title: inspection.title,
    published,
    overall: isOfficial ? OFFICIAL : OVERALL[inspection.status],
    signatures: inspection.signatures.map(signatureLines),
  }
}

function signatureLines(report: SignatureReport) {
  const { signer, timestamp, reason, location, claimedTime, kind } = report
  const isDated = timestamp?.status === 'valid'
  return {
    report,
    claimedTime,
    state: stateOf(report),
    title:
      kind === 'timestamp'
        ? `Horodatage de ${timestamp?.authority ?? 'source inconnue'}`
        : (signer?.commonName ?? 'Signataire inconnu'),
    code: codeOf(report),
    dated: isDated ? timestamp!.time : null,
    facts: [
      { name: 'Organisation', value: signer?.organization },
      { name: 'Certificat délivré par', value: signer?.issuerName },
      { name: 'Motif', value: reason },
      { name: 'Lieu', value: location },
      { name: 'Horodaté par', value: isDated ? timestamp!.authority : null },
      { name: 'Révocation', value: REVOCATIONS[report.revocation.status] },
    ],
  }
}

/** A signature that holds for a revision says nothing of what may hide it since. */
function stateOf(report: SignatureReport) {
  const { verdict, doubtsAfter } = report
  const isDoubtful = doubtsAfter.length > 0 && verdict.indication === 'TOTAL_PASSED'
  if (isDoubtful) return OVERALL.to_confirm
  return isUnsure(report) ? BUT_REVOCATION : INDICATIONS[verdict.indication]
}

/** Passed but for what a document without proofs of revocation cannot say (EN 319 102-1 §5.2.5). */
const isUnsure = ({ verdict, revocation, kind }: SignatureReport) =>
  kind !== 'timestamp' &&
  verdict.indication === 'TOTAL_PASSED' &&
  revocation.status === 'not_checked'

/** The verdict as another program would compare it, and the one check that was not made. */
const codeOf = (report: SignatureReport) => {
  const { indication, subIndication } = report.verdict
  const code = [indication, subIndication].filter(Boolean).join(' / ')
  return isUnsure(report) ? `${code}, révocation non vérifiée` : code
}

const REVOCATIONS: Record<SignatureReport['revocation']['status'], string> = {
  not_checked: 'Non vérifiée : le document ne contient pas de quoi le faire',
  good: 'Le certificat n’était pas révoqué',
  revoked: 'Le certificat a été révoqué',
  on_hold: 'Le certificat a été suspendu',
}
