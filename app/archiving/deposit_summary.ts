import { tenants } from '#kernel/tenant'
import Deposit from './models/deposit.js'
import type { DepositState } from './models/deposit_lifecycle.js'

export interface DepositSummary {
  depositId: string
  state: DepositState
  /** In French, why it did not go through; null while it does. */
  trouble: string | null
  sipDocumentId: string | null
  receiptDocumentId: string | null
  archiveIdentifier: string | null
  settledAt: string | null
  url: string
}

/** Where the archiving of something stands, in the tenant in context; null: never asked for. */
export async function depositOf(origin: {
  capability: string
  id: string
}): Promise<DepositSummary | null> {
  const deposit = await Deposit.query()
    .where({ originCapability: origin.capability, originId: origin.id })
    .first()
  if (!deposit) return null
  const tenant = await tenants.current()
  return {
    depositId: deposit.id,
    state: deposit.state,
    trouble: deposit.trouble,
    sipDocumentId: deposit.sipDocumentId,
    receiptDocumentId: deposit.receiptDocumentId,
    archiveIdentifier: deposit.archiveIdentifier,
    settledAt: deposit.settledAt?.toISO() ?? null,
    url: `/c/${tenant.slug}/archives/versements/${deposit.id}`,
  }
}
