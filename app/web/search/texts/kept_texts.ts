import { tenancy } from '#kernel/tenancy'
import { openPages } from './kept_pages.js'

/**
 * The texts that were read of some documents of the tenant in context, page by page, by their
 * SHA-256; nothing of one that has none, or that was not read yet.
 */
export async function keptTexts(digests: string[]): Promise<Map<string, string[]>> {
  if (digests.length === 0) return new Map()
  const rows: { sha256: string; pages: Buffer }[] = await tenancy
    .trx()
    .from('kernel.document_texts')
    .where('tenant_id', tenancy.tenantId())
    .whereIn('sha256', digests)
    .whereNotNull('pages')
    .select('sha256', 'pages')
  const texts = new Map<string, string[]>()
  for (const { sha256, pages } of rows) texts.set(sha256, await openPages(sha256, pages))
  return texts
}
