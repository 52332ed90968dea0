import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import { offer, type OfferedField } from '#web/offered_events'
import { archiveAccepted, archiveRejected } from './events.js'

const data = {
  depositId: { kind: 'id', label: 'Identifiant du versement' },
  origin: { kind: 'ref', label: 'Ce qui est versé' },
  receiptDocumentId: { kind: 'id', label: 'Identifiant de la réponse de l’archive' },
  at: { kind: 'moment', label: 'Date et heure' },
  url: { kind: 'address', label: 'Adresse de sa page' },
} satisfies Record<string, OfferedField>

interface Settled {
  depositId: string
  origin: { capability: string; id: string }
  receiptDocumentId: string
  at: string
}

const tell = async ({ depositId, origin, receiptDocumentId, at }: Settled, tenant: Tenant) => ({
  depositId,
  origin: `${origin.capability}:${origin.id}`,
  receiptDocumentId,
  at,
  url: `${appUrl}${here('archiving.deposits.show', { tenant, id: depositId })}`,
})

/** What other programs may be told of the archives. */
export const offers = [
  offer(archiveAccepted, { label: 'Un versement est accepté', data, tell }),
  offer(archiveRejected, { label: 'Un versement est rejeté', data, tell }),
]
