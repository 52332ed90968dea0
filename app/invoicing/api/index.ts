import { defineApi } from '#web/api/registry'
import { gestureOperations } from './gesture_operations.js'
import { readingOperations } from './reading_operations.js'

defineApi({
  room: 'invoicing',
  path: '/factures',
  label: 'Factures',
  scopes: {
    'invoicing.read': 'lire les factures reçues, leurs contrôles, leur délai et leurs fichiers',
    'invoicing.write':
      'demander le service fait, noter un mandat, suspendre, rejeter, reprendre, relever',
  },
  operations: [...readingOperations, ...gestureOperations],
  onScreenOnly: {
    'invoicing.lists.keep': 'a view is how a person finds her list again on her screen',
    'invoicing.lists.forget': 'a view is how a person finds her list again on her screen',
    'invoicing.follow_mails.store':
      'a program knows the address of the following, and mails by itself',
  },
})
