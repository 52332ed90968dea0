import { defineApi } from '#web/api/registry'
import { questionOperations } from '../questions/question_operations.js'
import { awardOperations } from './award_operations.js'
import { consultationOperations } from './consultation_operations.js'
import { draftingOperations } from './drafting_operations.js'
import { gestureOperations } from './gesture_operations.js'
import { holderOperations } from './holder_operations.js'
import { lotOperations } from './lot_operations.js'
import { sessionOperations } from './session_operations.js'

const WITH_ITS_DIFF =
  'a version is published once its differences were read, on the page that shows them'
const ON_PAPER = 'an attestation is a paper, which its page hands over'
const IN_HAND = 'who holds the envelope notes it, where it lies'
const HERSELF = 'a holder gives her shares herself, on the machine where her key is'

defineApi({
  room: 'procurement',
  // What everybody reads stands at /procurement (contract §6)
  path: '/procurement/buyer',
  label: 'Marchés publics',
  scopes: {
    'procurement.read':
      'lire les consultations, leurs questions, leurs séances et les porteurs de clés',
    'procurement.write':
      'préparer, diviser en lots, publier, répondre aux questions, proroger, abandonner, ouvrir la séance, attribuer, notifier ; retirer la clé d’un porteur',
  },
  operations: [
    ...consultationOperations,
    ...draftingOperations,
    ...gestureOperations,
    ...sessionOperations,
    ...awardOperations,
    ...holderOperations,
    ...lotOperations,
    ...questionOperations,
  ],
  onScreenOnly: {
    'procurement.lists.keep': 'a view is how a person finds her list again on her screen',
    'procurement.lists.forget': 'a view is how a person finds her list again on her screen',
    'procurement.dossier_changes.store': WITH_ITS_DIFF,
    'procurement.lot_additions.store':
      'a program writes a draft from the consultation that it reads',
    'procurement.attestations.store': ON_PAPER,
    'procurement.backup_copies.store': IN_HAND,
    'procurement.backup_copies.open': IN_HAND,
    'procurement.backup_copies.destroy': IN_HAND,
    'procurement.holders.store': HERSELF,
    'procurement.holders.destroy': HERSELF,
    'procurement.phrases.store': HERSELF,
    'procurement.exercises.store': HERSELF,
    'procurement.exercises.give': HERSELF,
    'procurement.openings.give': HERSELF,
  },
})
