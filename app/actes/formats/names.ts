import { type LocalDate } from '#lib/values'
import type { LetterReceiptType, ReplyType } from '../rules/letters.js'

/** EACT in production, TACT for tests: the ministry keeps them apart by this word. */
export type Application = 'EACT' | 'TACT'

export interface MessageSubject {
  departement: string
  siren: string
  decisionDate: LocalDate
  numero: string
  natureAbrege: string
}

const EXTENSIONS: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** EACT--213502388--20261122-7; the counter starts again each day. */
export function envelopeBase(app: Application, siren: string, day: LocalDate, counter: number) {
  return `${app}--${siren}--${day.compact()}-${counter}`
}

export const envelopeName = (base: string) => `${base}.xml`

/** The trigramme is the one that the ministry gave to the operator of transmission. */
export const archiveName = (trigramme: string, base: string) => `${trigramme}-${base}.tar.gz`

/** Base of the names of a message and its documents: DDD-SIREN-YYYYMMDD-NUMERO-NN-T-M. */
export function messageBase(
  subject: MessageSubject,
  type: '1-1' | '6-1' | ReplyType | LetterReceiptType
): string {
  const { departement, siren, decisionDate, numero, natureAbrege } = subject
  return `${departement}-${siren}-${decisionDate.compact()}-${numero}-${natureAbrege}-${type}`
}

/** A request for the classification names no acte: the fields stay empty. */
export const classificationBase = (departement: string, siren: string) =>
  `${departement}-${siren}----7-1`

export const messageName = (base: string) => `${base}_0.xml`

/** The main document is number 1, the annexes follow in their order. */
export function documentName(base: string, typePJ: string, rank: number, mediaType: string) {
  return `${typePJ}-${base}_${rank}.${EXTENSIONS[mediaType] ?? 'pdf'}`
}

/** The envelope that an ANO_ file rejects: its name is the only key that links them. */
export function envelopeOfAnomaly(fileName: string): string | null {
  return /^ANO_(.+?)(?:\s*\(\d+\))?\.xml$/i.exec(fileName.trim())?.[1] ?? null
}

/** The collectivite whose envelope an ANO_ file rejects: some say it in their name only. */
export function sirenOfEnvelope(fileName: string): string | null {
  return /^[A-Z]+--(\d{9})--/i.exec(envelopeOfAnomaly(fileName) ?? '')?.[1] ?? null
}
