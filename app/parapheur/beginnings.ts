import type { Beginning } from '#web/beginnings'
import { here } from '#web/here'

export const beginnings: Beginning[] = [
  {
    of: 'member',
    label: 'Déposer le cachet de la collectivité',
    why: 'Il scelle ce que la plateforme produit en votre nom.',
    permission: 'parapheur.manage',
    url: (tenant) => here('parapheur.seals.show', { tenant }),
    isDone: () =>
      `select exists (select from parapheur.seals
        where tenant_id = :tenant and expires_at > statement_timestamp())`,
  },
]
