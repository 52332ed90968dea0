import type { HttpContext } from '@adonisjs/core/http'
import { originLink } from '#web/origins'
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
  return {
    depositId: deposit.id,
    state: deposit.state,
    trouble: deposit.trouble,
    sipDocumentId: deposit.sipDocumentId,
    receiptDocumentId: deposit.receiptDocumentId,
    archiveIdentifier: deposit.archiveIdentifier,
    settledAt: deposit.settledAt?.toISO() ?? null,
  }
}

/** The way to a deposit; null for whoever may not read the archives. */
export const depositLink = (
  { depositId }: DepositSummary,
  reader: Pick<HttpContext, 'tenant' | 'allows'>
) => originLink({ capability: 'archiving', id: depositId }, reader)
