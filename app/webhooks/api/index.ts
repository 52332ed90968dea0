import { defineApi } from '#web/api/registry'
import { keepingOperations } from './keeping_operations.js'
import { readingOperations } from './reading_operations.js'
import { sendingOperations } from './sending_operations.js'

const SAID_ONCE =
  'its answer is a secret, said once to a person: no answer to a program may be kept'

defineApi({
  room: 'webhooks',
  path: '/webhooks',
  label: 'Webhooks',
  scopes: { 'webhooks.manage': 'suivre les webhooks, les arrêter, les reprendre, renvoyer' },
  operations: [...readingOperations, ...keepingOperations, ...sendingOperations],
  onScreenOnly: {
    'webhooks.webhooks.store': SAID_ONCE,
    'webhooks.secrets.store': SAID_ONCE,
  },
})
