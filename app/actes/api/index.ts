import { defineApi } from '#web/api/registry'
import { annexeOperations } from './annexe_operations.js'
import { classificationOperations } from './classification_operations.js'
import { draftOperations } from './draft_operations.js'
import { gestureOperations } from './gesture_operations.js'
import { letterReadingOperations } from './letter_reading_operations.js'
import { letterOperations } from './letter_operations.js'
import { publicationOperations } from './publication_operations.js'
import { readingOperations } from './reading_operations.js'

defineApi({
  room: 'actes',
  path: '/actes',
  label: 'Actes',
  scopes: {
    'actes.read': 'lire les actes, leurs fichiers et les courriers de la préfecture',
    'actes.write': 'préparer des brouillons et les envoyer en signature',
    'actes.transmit': 'transmettre, annuler, publier et répondre à la préfecture',
  },
  operations: [
    ...readingOperations,
    ...classificationOperations,
    ...draftOperations,
    ...annexeOperations,
    ...gestureOperations,
    ...publicationOperations,
    ...letterReadingOperations,
    ...letterOperations,
  ],
  onScreenOnly: {
    'actes.views.store': 'a view is how a person finds her list again on her screen',
    'actes.views.destroy': 'a view is how a person finds her list again on her screen',
    'actes.copies.store': 'a program that wants such a draft says it whole: POST /actes',
    'actes.settings.update':
      'whoever administers a member answers for its settings, and no program',
  },
})
