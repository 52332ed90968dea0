import { tenancy } from '#kernel/tenancy'

export type Outcome = 'found' | 'none' | 'failed' | null

/** What reading the text of a document came to, as whoever has the document before her is told. */
const WORDS: Record<NonNullable<Outcome> | 'waits', string> = {
  waits: 'Bientôt lu pour la recherche',
  found: 'Trouvé par les mots de son texte',
  none: 'Image sans texte : les recherches ne la lisent pas',
  failed: 'Texte illisible : les recherches ne le lisent pas',
}

/**
 * What the searches make of these documents of the tenant in context, by their SHA-256; nothing of
 * one that no thing is found by, as a spreadsheet or a receipt.
 */
export async function textOutcomes(digests: string[]): Promise<Map<string, string>> {
  const outcomes = await outcomesOf(digests)
  return new Map([...outcomes].map(([sha256, outcome]) => [sha256, WORDS[outcome ?? 'waits']]))
}

/** The same as a program counts them; null for what waits, nothing for what holds no text to read. */
export async function outcomesOf(digests: string[]): Promise<Map<string, Outcome>> {
  if (digests.length === 0) return new Map()
  const rows: { sha256: string; outcome: Outcome }[] = await tenancy
    .trx()
    .from('kernel.document_texts')
    .where('tenant_id', tenancy.tenantId())
    .whereIn('sha256', digests)
    .select('sha256', 'outcome')
  return new Map(rows.map(({ sha256, outcome }) => [sha256, outcome]))
}
