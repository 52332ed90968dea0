import type { PdfInspection, SignatureReport } from '#lib/signature'

export type AnswerStatus =
  'INTACT' | 'ANNOTATED' | 'ALTERED' | 'UNSIGNED' | 'LOCKED' | 'UNREADABLE' | 'UNKNOWN'

/** What a program is told of a PDF. */
export interface VerificationAnswer {
  status: AnswerStatus
  /** The title of the signed revision. */
  title: string | null
  signatures: {
    signer: string | null
    /** In the words of ETSI EN 319 102-1. */
    indication: string
    subIndication: string | null
    /** The time of a valid time-stamp, ISO 8601. */
    signedBefore: string | null
    /** Whether the signature covers every byte of the file. */
    covers: boolean
  }[]
  /** In French: what came after the signatures, and what of it is known to be harmless. */
  changes: { refused: string[]; permitted: string[] }
}

const STATUSES: Record<PdfInspection['status'], AnswerStatus> = {
  valid: 'INTACT',
  annotated: 'ANNOTATED',
  failed: 'ALTERED',
  not_signed: 'UNSIGNED',
  unreadable: 'UNREADABLE',
  completed: 'UNKNOWN',
  to_confirm: 'UNKNOWN',
  indeterminate: 'UNKNOWN',
}

/** The answer that says what an inspection found. */
export function answerOf(inspection: PdfInspection): VerificationAnswer {
  const { changedAfterSigning, doubtfulAfterSigning, completedAfterSigning } = inspection
  return {
    status: STATUSES[inspection.status],
    title: inspection.title,
    signatures: inspection.signatures.map(signatureOf),
    changes: {
      refused: [...changedAfterSigning, ...doubtfulAfterSigning, ...completedAfterSigning],
      permitted: inspection.addedAfterSigning,
    },
  }
}

/** The answer on a file that nobody could open, or that nobody read (`UNKNOWN`). */
export function unopened(status: 'LOCKED' | 'UNREADABLE' | 'UNKNOWN'): VerificationAnswer {
  return { status, title: null, signatures: [], changes: { refused: [], permitted: [] } }
}

/** Why nothing was read, in French, with the name of the fault, beside the answer of always. */
export interface RefusedAnswer extends VerificationAnswer {
  code: string
  message: string
}

const TOO_LARGE = 413

/** What a program is told when its request fails: a file too large to be read is unreadable here. */
export function refusedAnswer(fault: { status: number; code: string; sentence: string }) {
  const { status, code, sentence: message } = fault
  const answer = unopened(status === TOO_LARGE ? 'UNREADABLE' : 'UNKNOWN')
  return { ...answer, code, message } satisfies RefusedAnswer
}

function signatureOf({ signer, timestamp, verdict, coversWholeDocument }: SignatureReport) {
  const isDated = timestamp?.status === 'valid' && timestamp.time !== null
  return {
    signer: signer?.commonName ?? timestamp?.authority ?? null,
    indication: verdict.indication,
    subIndication: verdict.subIndication,
    signedBefore: isDated ? new Date(timestamp.time!).toISOString() : null,
    covers: coversWholeDocument,
  }
}
