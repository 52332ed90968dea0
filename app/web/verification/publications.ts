import { clock } from '#kernel/clock'
import { DocumentMissing, documents } from '#kernel/documents'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

/** What everybody may know of a published file. */
export interface Publication {
  /** « Délibération 2026_042 : Tarifs de la cantine ». */
  title: string
  /** Its public page. */
  url: string
  facts: { name: string; value: string }[]
}

/** The files that collectivites have published, found again by their digest by whoever holds one. */
export const publications = {
  /** Says, in the transaction in context, that documents are public; said twice, the last holds. */
  async announce(announced: (Publication & { documentId: string })[]): Promise<void> {
    const files = await documents.findMany(announced.map(({ documentId }) => documentId))
    if (files.length < announced.length) throw new DocumentMissing()
    // The same bytes twice are one publication, and one row
    const rows = new Map(
      announced.map(({ title, url, facts }, n) => [
        files[n].sha256,
        {
          tenant_id: tenancy.tenantId(),
          id: uuidv7(),
          sha256: files[n].sha256,
          title,
          url,
          facts: JSON.stringify(facts),
          created_at: clock.now().toJSDate(),
        },
      ])
    )
    if (rows.size === 0) return
    await tenancy
      .trx()
      .knexQuery()
      .table('kernel.publications')
      .insert([...rows.values()])
      .onConflict(['tenant_id', 'sha256'])
      .merge(['title', 'url', 'facts'])
  },

  /** Says, in the transaction in context, that nothing of a page is public any more. */
  async withdraw(url: string): Promise<void> {
    await tenancy
      .trx()
      .from('kernel.publications')
      .where({ tenant_id: tenancy.tenantId(), url })
      .delete()
  },

  /** What a file is, whichever collectivite published it; null for what nobody did. */
  async find(sha256: string): Promise<(Publication & { collectivite: string }) | null> {
    const row = await systemDb()
      .from('kernel.publications')
      .join('kernel.tenants', 'tenants.id', 'publications.tenant_id')
      .where('publications.sha256', sha256)
      .orderBy('publications.created_at')
      .select('publications.title', 'publications.url', 'publications.facts', 'tenants.name')
      .first()
    if (!row) return null
    return { title: row.title, url: row.url, facts: row.facts, collectivite: row.name }
  },
}
