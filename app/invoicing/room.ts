import { defineRoom } from '#kernel/room'
import { depositedDossiers } from '#rooms/archiving'
import './api/index.js'
import { here } from '#web/here'
import { seedDemo } from './demo.js'
import './foreseeing/foresee_packs.js'
import { tryAccount } from './gateways/try_account.js'
import { help } from './help.js'
import { invoicesIndexed } from './indexed.js'
import { messages } from './messages.js'
import CallbackDoor from './models/callback_door.js'
import { news } from './news.js'
import { offers } from './offers.js'
import './pulling/periodic.js'
import './pushing/resume_pushes.js'
import './routes.js'
import { search } from './search.js'
import { SETTINGS } from './settings.js'
import './subscriptions.js'

export default defineRoom({
  name: 'invoicing',
  label: 'Factures',
  purpose: 'Recevoir les factures, constater le service fait, et les payer à temps.',
  icon: 'receipt-text',
  help,
  rank: 20,
  dependsOn: ['parapheur', 'archiving'],
  permissions: {
    'invoicing.read': ['administrator', 'agent', 'signatory', 'reader', 'archivist'],
    'invoicing.write': ['administrator', 'agent'],
  },
  home: { route: 'invoicing.invoices.index', permission: 'invoicing.read' },
  things: {
    label: 'Voir la facture',
    permission: 'invoicing.read',
    page: (tenant, id) => here('invoicing.invoices.show', { tenant, id }),
  },
  dossiers: depositedDossiers('invoicing', { label: 'Factures' }),
  search,
  indexed: [invoicesIndexed],
  news,
  messages,
  offers,
  freeStates: {
    'invoicing.validations': 'what others said on the way and when: a line never moves either',
    'invoicing.statuses': 'what Chorus Pro said and when: a line is written once, and never moves',
  },
  walls: {
    withoutTenant: {
      'invoicing.ecb_rates': 'the ECB has one rate for everybody, which the operator says',
    },
  },
  consolePages: [
    { label: 'Factures', icon: 'receipt-text', url: '/exploitation/factures', rank: 35 },
  ],
  settings: SETTINGS,
  rotateSecrets: () => CallbackDoor.rotateSecrets(),
  settingsLabel: 'Chorus Pro',
  settingsTrial: { label: 'Essayer la connexion à Chorus Pro', run: tryAccount },
  seedDemo,
})
