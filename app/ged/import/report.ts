import type { DomainError } from '#lib/errors'

/** One thing to know of an entry: why it was refused, or that its name was changed. */
export interface Told {
  path: string
  code: string
  message: string
}

/** What one run of an import did. */
export interface ImportReport {
  /** Null of a trial. */
  batch: string | null
  seen: number
  imported: number
  duplicates: number
  skipped: number
  refused: number
  /** In octets: of what was kept now, duplicates included. */
  bytes: number
  seconds: number
  texts: { layer: number; ocr: number; none: number; failed: number }
  errors: Told[]
}

export const emptyReport = (batch: string | null): ImportReport => ({
  ...{ batch, seen: 0, imported: 0, duplicates: 0, skipped: 0, refused: 0, bytes: 0, seconds: 0 },
  texts: { layer: 0, ocr: 0, none: 0, failed: 0 },
  errors: [],
})

export const toldOf = (path: string, { code, message }: DomainError): Told => ({
  path,
  code,
  message,
})

/** A name that was not kept as given: no refusal, and yet to be known. */
export const renamed = (path: string, name: string): Told => ({
  path,
  code: 'E_GED_RENAMED',
  message: `Rangé sous « ${name} » : ce nom était pris, ou n’est pas permis.`,
})
