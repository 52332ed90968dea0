import { defineRoom } from '#kernel/room'
import { depositedDossiers } from '#rooms/archiving'
import './api/index.js'
import { figures, firstStep } from './figures.js'
import { beginnings } from './beginnings.js'
import { help } from './help.js'
import { seedDemo } from './demo.js'
import { messages } from './messages.js'
import { latestActes } from './screens/latest_actes_screen.js'
import { provisionActes } from './provision.js'
import { news } from './news.js'
import { offers } from './offers.js'
import { actesIndexed } from './indexed.js'
import './routes.js'
import { search } from './search.js'
import './restored.js'
import './services.js'
import { SETTINGS } from './settings.js'
import { here } from '#web/here'
import './subscriptions.js'

export default defineRoom({
  name: 'actes',
  label: 'Actes',
  purpose:
    'Préparer les délibérations et les arrêtés, les transmettre à la préfecture, les publier.',
  icon: 'file-check',
  rank: 10,
  dependsOn: ['parapheur', 'archiving'],
  permissions: {
    'actes.read': ['administrator', 'agent', 'signatory', 'reader', 'archivist'],
    'actes.write': ['administrator', 'agent'],
    'actes.transmit': ['administrator', 'agent'],
    'actes.settle': ['administrator'],
  },
  beginnings,
  help,
  home: { route: 'actes.actes.index', permission: 'actes.read' },
  things: {
    label: 'Voir l’acte',
    permission: 'actes.read',
    page: (tenant, id) => here('actes.actes.show', { tenant, id }),
  },
  dossiers: depositedDossiers('actes', { label: 'Actes' }),
  search,
  indexed: [actesIndexed],
  news,
  figures,
  firstStep,
  messages,
  offers,
  publicHome: {
    route: 'actes.public.register.index',
    label: 'Actes',
    text: 'Les délibérations et les arrêtés, publiés dès que la préfecture les a reçus.',
    icon: 'file-check',
  },
  latest: latestActes,
  settings: SETTINGS,
  walls: {
    withoutTenant: {
      'actes.posting_hours': 'the ministry counts what the operator sends, all members together',
      'actes.inbox_mails':
        'the ministry answers to one mailbox: whose mail it is is known once it is read',
      'actes.mailboxes': 'one mailbox receives the answers of all tenants',
    },
  },
  freeStates: {
    'actes.inbox_mails':
      'what the last reading said of a mail: a verdict that another reading replaces, whatever it was',
  },
  consolePages: [
    {
      label: 'Réponses',
      icon: 'mail-question-mark',
      url: '/exploitation/actes/reponses',
      rank: 30,
    },
  ],
  provision: provisionActes,
  seedDemo,
})
