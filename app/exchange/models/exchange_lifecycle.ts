import { defineLifecycle } from '#kernel/lifecycle'
import type { Meaning } from '#lib/meaning'

export const exchangeLifecycle = defineLifecycle(
  {
    draft: { open: 'open', revoke: 'revoked' },
    open: { expire: 'expired', revoke: 'revoked' },
    expired: { purge: 'purged' },
    revoked: { purge: 'purged' },
    purged: {},
  },
  { of: 'exchange.exchanges', waiting: { 'exchange.laid': ['open', 'expired'] } }
)

export type ExchangeState = (typeof exchangeLifecycle.states)[number]
export type ExchangeEvent = (typeof exchangeLifecycle.events)[number]

/** Each state in French, and the shape that says it. */
export const STATES: Record<ExchangeState, { label: string; meaning: Meaning }> = {
  draft: { label: 'En préparation', meaning: 'doing' },
  open: { label: 'Ouvert', meaning: 'waiting' },
  expired: { label: 'Terminé', meaning: 'done' },
  revoked: { label: 'Retiré', meaning: 'plain' },
  purged: { label: 'Effacé', meaning: 'plain' },
}
