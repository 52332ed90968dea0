import type { PDFDocumentProxy } from 'pdfjs-dist'

/** What a file carries beside its pages. */
export interface FileNotes {
  /** Title, author, subject, keywords (ISO 32000-1 §14.3). */
  properties: string[]
  outline: string[]
  /** Names of the files that it holds. */
  attachments: string[]
}

interface OutlineItem {
  title: string
  items: OutlineItem[]
}

const MOST_ITEMS = 10_000

/** Reads what a reader shows in its panels; what cannot be read is left out. */
export async function notesOf(document: PDFDocumentProxy): Promise<FileNotes> {
  const about = await document.getMetadata().catch(() => null)
  const outline = (await document.getOutline().catch(() => null)) as OutlineItem[] | null
  const attachments: unknown = await document.getAttachments().catch(() => null)
  const written = [...Object.values(about?.info ?? {}), about?.metadata?.getRaw?.()]
  return {
    properties: written.filter((value): value is string => typeof value === 'string'),
    outline: titlesIn(outline ?? []),
    attachments: namesOf(attachments),
  }
}

function titlesIn(items: OutlineItem[]): string[] {
  const [titles, waiting] = [[] as string[], [...items]]
  while (waiting.length > 0 && titles.length < MOST_ITEMS) {
    const item = waiting.pop()!
    titles.push(item.title)
    waiting.push(...(item.items ?? []))
  }
  return titles
}

function namesOf(attachments: unknown): string[] {
  if (!attachments) return []
  return attachments instanceof Map ? [...attachments.keys()].map(String) : Object.keys(attachments)
}
