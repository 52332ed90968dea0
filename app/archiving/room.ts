import { defineRoom } from '#kernel/room'
import { here } from '#web/here'
import { figures, firstStep } from './figures.js'
import { help } from './help.js'
import './jobs/nightly.js'
import './jobs/prepare_deposit.js'
import { messages } from './messages.js'
import { news } from './news.js'
import { offers } from './offers.js'
import { provisionAgreements } from './provision.js'
import { depositsIndexed } from './indexed.js'
import './api/index.js'
import './routes.js'
import { search } from './search.js'
import { SETTINGS } from './settings.js'

export default defineRoom({
  name: 'archiving',
  label: 'Archives',
  purpose: 'Verser les dossiers terminés, les garder intacts et en fournir la preuve.',
  icon: 'archive',
  rank: 30,
  dependsOn: ['identity'],
  roles: {
    archivist: {
      label: 'Archives',
      help: 'Tient les archives, leurs durées et leurs éliminations.',
      rank: 60,
    },
  },
  permissions: {
    'archiving.read': ['administrator', 'agent', 'reader', 'archivist'],
    'archiving.retry': ['administrator', 'agent', 'archivist'],
    'archiving.audit': ['administrator', 'archivist'],
    'archiving.hold': ['administrator', 'archivist'],
    'archiving.settle': ['administrator'],
  },
  help,
  things: {
    label: 'Voir le versement',
    permission: 'archiving.read',
    page: (tenant, id) => here('archiving.deposits.show', { tenant, id }),
  },
  home: { route: 'archiving.deposits.index', permission: 'archiving.read' },
  search,
  indexed: [depositsIndexed],
  messages,
  offers,
  news,
  figures,
  firstStep,
  settings: SETTINGS,
  provision: () => provisionAgreements(),
})

declare module '#kernel/roles' {
  interface RoleNames {
    archivist: true
  }
}
