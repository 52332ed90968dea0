/** What a room says of a document that it knows by its digest. */
export interface Recognition {
  /** « Délibération 2026-042 de la commune de Kervalan ». */
  title: string
  /** Its public page. */
  url?: string
  /** What else may be said of it to everybody. */
  facts: { name: string; value: string }[]
}

type Recognizer = (sha256: string) => Promise<Recognition | null>

const recognizers = new Map<string, Recognizer>()

/**
 * Lets a room say what a published document is. It is asked with no tenant in context, for
 * anybody: it answers only about what the public may see.
 */
export function recognizesDocuments(room: string, recognize: Recognizer): void {
  recognizers.set(room, recognize)
}

/** What the rooms know of a document; the first answer is kept. */
export async function recognizeDocument(sha256: string): Promise<Recognition | null> {
  for (const recognize of recognizers.values()) {
    const found = await recognize(sha256)
    if (found) return found
  }
  return null
}
