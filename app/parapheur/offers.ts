import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import { offer, type OfferedField } from '#web/offered_events'
import { folderRefused, folderSigned, type Origin } from './events.js'

const data = {
  folderId: { kind: 'id', label: 'Identifiant du dossier' },
  origin: { kind: 'ref', label: 'Ce pour quoi il circule' },
  at: { kind: 'moment', label: 'Date et heure' },
  url: { kind: 'address', label: 'Adresse de sa page' },
} satisfies Record<string, OfferedField>

interface Ended {
  folderId: string
  origin: Origin
  at: string
}

/** Neither who signed nor why it was refused: the page says so to whoever may read it. */
const tell = ({ folderId, origin, at }: Ended, tenant: Tenant) => ({
  folderId,
  origin: `${origin.capability}:${origin.id}`,
  at,
  url: `${appUrl}${here('parapheur.folders.show', { tenant, id: folderId })}`,
})

/** What other programs may be told of the folders. */
export const offers = [
  offer(folderSigned, {
    label: 'Un dossier est signé',
    data: { ...data, documentIds: { kind: 'ids', label: 'Identifiants des documents signés' } },
    tell: async (ended, tenant) => ({ ...tell(ended, tenant), documentIds: ended.documentIds }),
  }),
  offer(folderRefused, {
    label: 'Un dossier est refusé',
    data,
    tell: async (ended, tenant) => tell(ended, tenant),
  }),
]
