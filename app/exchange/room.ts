import { defineRoom } from '#kernel/room'
import { here } from '#web/here'
import './api/index.js'
import { seedDemo } from './demo.js'
import { help } from './help.js'
import { exchangesIndexed } from './indexed.js'
import './jobs/end_exchanges.js'
import './jobs/mail_recipient.js'
import './jobs/seal_receipt.js'
import { messages } from './messages.js'
import { offers } from './offers.js'
import './routes.js'
import { search } from './search.js'
import { PLAIN, SEALED } from './sending/purpose.js'
import './subscriptions.js'

export default defineRoom({
  name: 'exchange',
  label: 'Échanges',
  purpose: 'Envoyer ou demander de grands fichiers à des personnes du dehors, avec un récépissé.',
  icon: 'send',
  rank: 29,
  dependsOn: ['identity'],
  permissions: {
    'exchange.read': ['administrator', 'agent'],
    'exchange.write': ['administrator', 'agent'],
  },
  home: { route: 'exchange.exchanges.index', permission: 'exchange.read' },
  things: {
    label: 'Voir l’échange',
    permission: 'exchange.read',
    page: (tenant, id) => here('exchange.exchanges.show', { tenant, id }),
  },
  uploads: { files: PLAIN, sealed: SEALED },
  help,
  messages,
  offers,
  search,
  seedDemo,
  indexed: [exchangesIndexed],
})
