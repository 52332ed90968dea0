import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { inspectPdf, type PdfInspection } from '#lib/signature'

export interface DocumentToRead {
  path: string
  /** DER certificates that are trusted by decision. */
  trustAnchors: Buffer[]
  at: Date
}

export interface ReadDocument {
  sha256: string
  size: number
  inspection: PdfInspection
}

/** Everything that the page asks of the file; runs in a reading thread, which reads the file itself. */
export async function readDocument(wanted: DocumentToRead): Promise<ReadDocument> {
  const { path, trustAnchors, at } = wanted
  const bytes = await readFile(path)
  const inspection = await inspectPdf(bytes, { trustAnchors, at })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sha256, size: bytes.length, inspection }
}
