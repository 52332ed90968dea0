import type { Beginning } from '#web/beginnings'
import { here } from '#web/here'
import Project from './models/project.js'

export const beginnings: Beginning[] = [
  {
    of: 'member',
    label: 'Décrire votre projet de territoire',
    why: 'Ses axes, puis ses actions : chacune a ensuite son pilote et ses indicateurs.',
    permission: 'territory.lead',
    url: (tenant) => here('territory.projects.index', { tenant }),
    isDone: async () => (await Project.query().first()) !== null,
  },
]
