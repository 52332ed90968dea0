import type Invoice from '../models/invoice.js'
import { accountDeadline, type AccountDeadline } from '../rules/general_account.js'
import { precedingOf } from './preceding.js'

/** By when the general account that a piece is of has to move; null for a piece that waits for nothing. */
export async function generalAccountOf(invoice: Invoice): Promise<AccountDeadline | null> {
  const { worksPiece, requestedOn } = invoice
  if (!worksPiece) return null
  // The thirty days run from the request itself, not from what the maître d’œuvre made of it
  const request = worksPiece === 'PROJET_DECOMPTE_GENERAL' ? await precedingOf(invoice) : null
  return accountDeadline(worksPiece, {
    byMoe: requestedOn?.toISODate() ?? null,
    byMoa: (request ?? invoice).availableOn?.toISODate() ?? null,
  })
}
