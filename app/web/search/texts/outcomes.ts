import { tenancy } from '#kernel/tenancy'

/** `recognised`: found, with words that were read on a picture of them. */
export type Outcome = 'found' | 'recognised' | 'none' | 'failed' | null

/** What reading the text of a document came to, as whoever has the document before her is told. */
const WORDS: Record<NonNullable<Outcome> | 'waits' | 'unlooked', string> = {
  waits: 'Bientôt lu pour la recherche',
  found: 'Trouvé par les mots de son texte',
  recognised: 'Trouvé par les mots de son texte, reconnus sur l’image',
  unlooked:
    'Image sans texte : les recherches ne la lisent pas, la reconnaissance de caractères n’est pas installée ici',
  none: 'Image sans texte : les recherches ne la lisent pas',
  failed: 'Texte illisible : les recherches ne le lisent pas',
}

/**
 * What the searches make of these documents of the tenant in context, by their SHA-256; nothing of
 * one that no thing is found by, as a spreadsheet or a receipt.
 */
export async function textOutcomes(digests: string[]): Promise<Map<string, string>> {
  const rows = await rowsOf(digests)
  return new Map(
    rows.map(({ sha256, outcome, ocr }) => [
      sha256,
      WORDS[
        ocr === 'absent' && outcome === 'none' ? 'unlooked' : (told({ outcome, ocr }) ?? 'waits')
      ],
    ])
  )
}

/** The same as a program counts them; null for what waits, nothing for what holds no text to read. */
export async function outcomesOf(digests: string[]): Promise<Map<string, Outcome>> {
  const rows = await rowsOf(digests)
  return new Map(rows.map((row) => [row.sha256, told(row)]))
}

interface Row {
  sha256: string
  outcome: 'found' | 'none' | 'failed' | null
  ocr: 'read' | 'absent' | null
}

const told = ({ outcome, ocr }: Omit<Row, 'sha256'>): Outcome =>
  outcome === 'found' && ocr === 'read' ? 'recognised' : outcome

async function rowsOf(digests: string[]): Promise<Row[]> {
  if (digests.length === 0) return []
  return tenancy
    .trx()
    .from('kernel.document_texts')
    .where('tenant_id', tenancy.tenantId())
    .whereIn('sha256', digests)
    .select('sha256', 'outcome', 'ocr')
}
