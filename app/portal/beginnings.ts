import type { Beginning } from '#web/beginnings'
import { here } from '#web/here'

export const beginnings: Beginning[] = [
  {
    of: 'member',
    label: 'Ouvrir le côté public',
    why: 'Adresse, horaires, blason : tant qu’il est fermé, personne ne lit vos actes.',
    permission: 'portal.settle',
    url: (tenant) => here('portal.public_side.edit', { tenant }),
    isDone: ({ tenant }) => tenant.publicSince !== null,
  },
]
