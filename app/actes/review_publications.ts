import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { keptBackThoughPublished } from './models/public_actes.js'
import { unpublish } from './publication.js'

export interface ReviewedActe {
  place: string
  identifier: string
  url: string
  why: string
}

/**
 * The actes that were published before the law's table was asked, in every collectivite. Withdrawn,
 * each one gets its journal entry with the article; run again, nothing is left to do.
 */
export async function reviewPublications({ withdraw }: { withdraw: boolean }) {
  const found: ReviewedActe[] = []
  for (const tenant of await tenants.all()) {
    found.push(...(await tenancy.run(tenant.id, () => review(tenant, withdraw))))
  }
  return found
}

async function review({ name, slug }: Tenant, withdraw: boolean): Promise<ReviewedActe[]> {
  const actes = (await keptBackThoughPublished()).filter((acte) => acte.allows('unpublish'))
  const found: ReviewedActe[] = []
  for (const acte of actes) {
    const { why, article } = acte.publicationRule
    if (withdraw) await unpublish(acte, SYSTEM, `${why} (${article})`)
    const identifier = acte.identifier ?? acte.numero
    found.push({ place: name, identifier, url: `/c/${slug}/actes/${acte.id}`, why })
  }
  return found
}
