import { defineApi } from '#web/api/registry'
import { keepingOperations } from './keeping_operations.js'
import { readingOperations } from './reading_operations.js'

defineApi({
  room: 'archiving',
  path: '/archives',
  label: 'Archives',
  scopes: {
    'archiving.read': 'lire les versements, leurs fichiers et leurs preuves',
    'archiving.retry': 'reprendre un versement, refaire sa preuve',
    'archiving.audit': 'faire relire les fichiers archivés',
    'archiving.hold': 'geler un versement, et lever un gel',
  },
  operations: [...readingOperations, ...keepingOperations],
  onScreenOnly: {
    'archiving.lists.keep': 'a view is how a person finds her list again on her screen',
    'archiving.lists.forget': 'a view is how a person finds her list again on her screen',
    'archiving.shared_readings.update':
      'it opens the archives to the common lists of persons, whom a program does not know',
  },
})
