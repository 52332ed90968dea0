import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import { offer, type OfferedField } from '#web/offered_events'
import { exchangeOpened, filesDelivered, filesLaid } from './events.js'

const data = {
  exchangeId: { kind: 'id', label: 'Identifiant de l’échange' },
  url: { kind: 'address', label: 'Adresse de sa page' },
} satisfies Record<string, OfferedField>

const tell = async ({ exchangeId }: { exchangeId: string }, tenant: Tenant) => ({
  exchangeId,
  url: `${appUrl}${here('exchange.exchanges.show', { tenant, id: exchangeId })}`,
})

/** What other programs may be told of exchanges: identifiers, and no address of anybody. */
export const offers = [
  offer(exchangeOpened, { label: 'Un échange est ouvert', data, tell }),
  offer(filesDelivered, { label: 'Un destinataire a tous les fichiers envoyés', data, tell }),
  offer(filesLaid, { label: 'Une personne du dehors a déposé des fichiers', data, tell }),
]
