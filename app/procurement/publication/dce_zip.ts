import type { Readable } from 'node:stream'
import { documents } from '#kernel/documents'
import { zipOf } from '#lib/zip/zip'
import type Consultation from '../drafting/consultation.js'

/** The DCE with its signed règlement: the same bytes each time, for what is in it is frozen. */
export async function dceZip(consultation: Consultation): Promise<Readable> {
  const files = await consultation.documents()
  const names = distinct(['reglement-de-consultation.pdf', ...files.map(({ name }) => name)])
  const ids = [consultation.signedRcDocumentId!, ...files.map(({ documentId }) => documentId)]
  const opened = await documents.openable(ids)
  const entries = opened.map(({ size, open }, index) => ({ path: names[index], size, open }))
  return zipOf(entries, consultation.publishedAt!.toJSDate())
}

/** Two files of one name keep both. */
function distinct(names: string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    return count === 0 ? name : `${count + 1}-${name}`
  })
}
