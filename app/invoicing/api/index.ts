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
    'invoicing.orders.store':
      'a file that a person brings, whose faults she reads line by line on her screen',
    'invoicing.accounts.store':
      'two people say that they called the supplier: a program has not called anybody',
    'invoicing.flows.store':
      'whoever connects the platform asks it once to call, and nothing else changes after',
    'invoicing.flows.destroy': 'the same person stops it, once',
    'invoicing.lists.keep': 'a view is how a person finds her list again on her screen',
    'invoicing.lists.forget': 'a view is how a person finds her list again on her screen',
    'invoicing.follow_mails.store':
      'a program knows the address of the following, and mails by itself',
  },
})
