import { gzipSync } from 'node:zlib'
import { tsvectorOfPages } from '#lib/french/search/vector'
import { textLayer } from '#lib/pdf/text_layer'

export interface ReadText {
  /** What the index holds of it; null when the document has no text. */
  words: string | null
  /** Its pages as JSON, compressed. */
  pages: Buffer
}

/** The text of a PDF, ready to be kept. `shelf`: what its words stand behind. */
export async function readText({
  bytes,
  shelf,
}: {
  bytes: Buffer
  shelf: string
}): Promise<ReadText> {
  const { pages } = await textLayer(Buffer.from(bytes))
  return {
    words: tsvectorOfPages(pages, shelf) || null,
    pages: gzipSync(JSON.stringify(pages)),
  }
}
