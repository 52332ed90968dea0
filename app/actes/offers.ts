import { appUrl } from '#config/app'
import { here } from '#web/here'
import { offer, type OfferedField } from '#web/offered_events'
import type { Tenant } from '#kernel/tenant'
import { acteAcknowledged, acteRejected, acteStamped } from './events.js'

const data = {
  acteId: { kind: 'id', label: 'Identifiant de l’acte' },
  url: { kind: 'address', label: 'Adresse de sa page' },
} satisfies Record<string, OfferedField>

const tell = async ({ acteId }: { acteId: string }, tenant: Tenant) => ({
  acteId,
  url: `${appUrl}${here('actes.actes.show', { tenant, id: acteId })}`,
})

/** What other programs may be told of the actes. */
export const offers = [
  offer(acteAcknowledged, { label: 'Un acte est reçu en préfecture', data, tell }),
  offer(acteRejected, { label: 'Un acte est refusé par la préfecture', data, tell }),
  offer(acteStamped, { label: 'Un acte porte son tampon, publié s’il doit l’être', data, tell }),
]
