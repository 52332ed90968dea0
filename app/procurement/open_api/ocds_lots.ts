import type Lot from '../lots/lot.js'
import type { LotState } from '../rules/lot_lifecycle.js'

/** Where OCDS 1.1 says what a lot is: it is no part of its core. */
export const LOTS_EXTENSION =
  'https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/v1.1.5/extension.json'

const STATUS: Partial<Record<LotState, string>> = {
  notified: 'complete',
  unsuccessful: 'unsuccessful',
  abandoned: 'cancelled',
}

export const lotOf = ({ number, title, state }: Lot) => ({
  id: String(number),
  title,
  status: STATUS[state] ?? 'active',
})

/** What is bought by a lot. */
export const itemOfLot = ({ number, title, cpv }: Lot) => ({
  id: `lot-${number}`,
  description: title,
  classification: { scheme: 'CPV', id: cpv },
  relatedLot: String(number),
})
