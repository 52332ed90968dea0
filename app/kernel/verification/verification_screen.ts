import { clock } from '#kernel/clock'
import type { PdfInspection, SignatureReport } from '#kernel/signature'
import { trustAnchors } from '#kernel/trust'
import { publications } from './publications.js'
import { readDocumentApart } from './read_apart.js'

const OVERALL: Record<PdfInspection['status'], { label: string; meaning?: string }> = {
  valid: { label: 'Intact et signé', meaning: 'done' },
  annotated: { label: 'Signé, puis annoté', meaning: 'waiting' },
  indeterminate: { label: 'À confirmer', meaning: 'waiting' },
  failed: { label: 'Altéré', meaning: 'trouble' },
  not_signed: { label: 'Non signé' },
}

/** These very bytes are those that a collectivite published: its marks are its own. */
const OFFICIAL = { label: 'Exemplaire publié', meaning: 'done' }

const INDICATIONS = {
  TOTAL_PASSED: { label: 'Valide', meaning: 'done' },
  INDETERMINATE: { label: 'Indéterminée', meaning: 'waiting' },
  TOTAL_FAILED: { label: 'Non valide', meaning: 'trouble' },
}

export interface ReceivedDocument {
  path: string
  size: number
  name: string
  /** Whether a person of the house brings it, and not anybody. */
  fromMember: boolean
}

/** What the verification page shows of a PDF; throws E_PDF_UNREADABLE, E_PDF_LOCKED or E_READING_BUSY. */
export async function verificationScreen({ path, size, name, fromMember }: ReceivedDocument) {
  const about = { path, trustAnchors: await trustAnchors(), at: clock.now().toJSDate() }
  const by = fromMember ? 'house' : 'visitor'
  const read = await readDocumentApart(about, { by, bytes: size })
  const { inspection, sha256 } = read
  const published = await publications.find(sha256)
  const isOfficial = published !== null && ['valid', 'annotated'].includes(inspection.status)
  return {
    ...read,
    name,
    published,
    overall: isOfficial ? OFFICIAL : OVERALL[inspection.status],
    signatures: inspection.signatures.map(signatureLines),
  }
}

function signatureLines(report: SignatureReport) {
  const { signer, timestamp, reason, location, claimedTime, verdict, kind } = report
  const isDated = timestamp?.status === 'valid'
  return {
    report,
    claimedTime,
    state: INDICATIONS[verdict.indication],
    title:
      kind === 'timestamp'
        ? `Horodatage de ${timestamp?.authority ?? 'source inconnue'}`
        : (signer?.commonName ?? 'Signataire inconnu'),
    code: [verdict.indication, verdict.subIndication].filter(Boolean).join(' / '),
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

const REVOCATIONS: Record<SignatureReport['revocation']['status'], string> = {
  not_checked: 'Non vérifiée : le document ne contient pas de quoi le faire',
  good: 'Le certificat n’était pas révoqué',
  revoked: 'Le certificat a été révoqué',
}
