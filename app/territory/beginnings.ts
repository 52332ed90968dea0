import type { Beginning } from '#web/beginnings'
import { here } from '#web/here'

export const beginnings: Beginning[] = [
  {
    of: 'member',
    label: 'Décrire votre projet de territoire',
    why: 'Ses axes, puis ses actions : chacune a ensuite son pilote et ses indicateurs.',
    permission: 'territory.lead',
    url: (tenant) => here('territory.projects.index', { tenant }),
    isDone: () => 'select exists (select from territory.projects where tenant_id = :tenant)',
  },
]
