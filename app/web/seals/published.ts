import type { SealSignature, SealStatement } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'

/** A seal as it leaves the house: roots, times and signatures, and nothing of what it covers. */
export interface PublishedSeal {
  statement: SealStatement
  hash: string
  /** RFC 3161, in base64. */
  token: string
  signatures: SealSignature[]
}

interface Which {
  /** Those with a number above. */
  after?: number
  /** Those with a number below. */
  before?: number
  limit: number
}

/** The seals of the tenant in context, the last first. */
export async function publishedSeals({ after, before, limit }: Which): Promise<PublishedSeal[]> {
  const query = tenancy
    .trx()
    .from('kernel.journal_seals')
    .where('tenant_id', tenancy.tenantId())
    .orderBy('number', 'desc')
    .limit(limit)
  if (after !== undefined) query.where('number', '>', after)
  if (before !== undefined) query.where('number', '<', before)
  const rows = await query
  return rows.map(({ statement, seal_hash: hash, token, signatures }) => ({
    statement,
    hash,
    token: token.toString('base64'),
    signatures,
  }))
}
