import type { Beginning } from '#web/beginnings'
import { here } from '#web/here'

export const beginnings: Beginning[] = [
  {
    of: 'member',
    label: 'Recevoir la classification de la préfecture',
    why: 'Elle dit les matières et les types de documents qu’un acte peut porter.',
    permission: 'actes.settle',
    url: (tenant) => here('actes.classification.show', { tenant }),
    isDone: () => 'select exists (select from actes.classifications where tenant_id = :tenant)',
  },
  {
    of: 'person',
    label: 'Préparer un premier acte',
    why: 'Un brouillon ne part nulle part : on le reprend, ou on le supprime.',
    permission: 'actes.write',
    url: (tenant) => `${here('actes.actes.create', { tenant })}?etape=nature`,
    isDone: () =>
      'select exists (select from actes.actes where tenant_id = :tenant and created_by = :person)',
  },
]
