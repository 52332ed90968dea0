import { defineApi } from '#web/api/registry'
import { questionOperations } from '../questions/question_operations.js'
import { consultationOperations } from './consultation_operations.js'
import { lotOperations } from './lot_operations.js'

const LATER = 'the buyer’s program begins with what is read; the gestures follow with slice 2'
const IN_HAND = 'who holds the envelope notes it, where it lies'
const HERSELF = 'a holder gives her shares herself, on the machine where her key is'

defineApi({
  room: 'procurement',
  // What everybody reads stands at /procurement (contract §6)
  path: '/procurement/buyer',
  label: 'Marchés publics',
  scopes: {
    'procurement.read': 'lire les consultations et leurs questions',
    'procurement.write': 'diviser en lots, répondre aux questions, attribuer et notifier',
  },
  operations: [...consultationOperations, ...lotOperations, ...questionOperations],
  onScreenOnly: {
    'procurement.lists.keep': 'a view is how a person finds her list again on her screen',
    'procurement.lists.forget': 'a view is how a person finds her list again on her screen',
    'procurement.consultations.store': LATER,
    'procurement.consultations.update': LATER,
    'procurement.publications.store': LATER,
    'procurement.publications.destroy': LATER,
    'procurement.openings.store': LATER,
    'procurement.openings.end': LATER,
    'procurement.extensions.store': LATER,
    'procurement.abandonments.store': LATER,
    'procurement.dossier_changes.store': LATER,
    'procurement.attestations.store': LATER,
    'procurement.awards.store': LATER,
    'procurement.notifications.store': LATER,
    'procurement.backup_copies.store': IN_HAND,
    'procurement.backup_copies.open': IN_HAND,
    'procurement.backup_copies.destroy': IN_HAND,
    'procurement.holders.store': HERSELF,
    'procurement.holders.destroy': HERSELF,
    'procurement.holders.retire': LATER,
    'procurement.phrases.store': HERSELF,
    'procurement.exercises.store': HERSELF,
    'procurement.exercises.give': HERSELF,
    'procurement.openings.give': HERSELF,
  },
})
