import { defineApi } from '#web/api/registry'
import { exchangeOperations } from './exchange_operations.js'

defineApi({
  room: 'exchange',
  path: '/echanges',
  label: 'Échanges',
  scopes: {
    'exchange.read': 'lire les échanges, leurs fichiers et leurs récépissés',
    'exchange.write': 'envoyer ou demander des fichiers, retirer un échange',
  },
  operations: exchangeOperations,
  onScreenOnly: {
    'exchange.gestures.box':
      'a program is told the way for its files when it prepares the exchange',
    'exchange.gestures.purge': 'what is forgotten for good is forgotten by a person',
    'exchange.gestures.take': 'a task is a person’s, who says that it is done',
    'exchange.lists.keep': 'a view is how a person finds her list again on her screen',
    'exchange.lists.forget': 'a view is how a person finds her list again on her screen',
  },
})
