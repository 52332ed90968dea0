import { defineRoom } from '#kernel/room'
import './api/index.js'
import './jobs/housekeeping.js'
import Webhook from './models/webhook.js'
import './routes.js'
import './telling.js'

/** The addresses of other programs that a member wants told of what happens in its rooms. */
export default defineRoom({
  name: 'webhooks',
  label: 'Webhooks',
  purpose: 'Prévenir vos autres logiciels de ce qui se passe ici.',
  icon: 'webhook',
  rank: 95,
  alwaysOpen: true,
  dependsOn: [],
  permissions: { 'webhooks.manage': ['administrator'] },
  home: { route: 'webhooks.webhooks.index', permission: 'webhooks.manage' },
  // A machine is named, nobody is
  messages: { words: 'titles' },
  rotateSecrets: () => Webhook.rotateSecrets(),
})
