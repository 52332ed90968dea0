import { defineApi } from '#web/api/registry'
import { absenceOperations } from './absence_operations.js'
import { gestureOperations } from './gesture_operations.js'
import { readingOperations } from './reading_operations.js'
import { signingOperations } from './signing_operations.js'

const IN_PERSON = 'whoever administers a member answers by name for who may sign, and no program'

defineApi({
  room: 'parapheur',
  path: '/parapheur',
  label: 'Parapheur',
  scopes: {
    'parapheur.read': 'lire les dossiers et leurs documents',
    'parapheur.act': 'viser, refuser, signer avec un certificat, prévoir des absences',
  },
  operations: [
    ...readingOperations,
    ...gestureOperations,
    ...signingOperations,
    ...absenceOperations,
  ],
  onScreenOnly: {
    'parapheur.views.store': 'a view is how a person finds her list again on her screen',
    'parapheur.views.destroy': 'a view is how a person finds her list again on her screen',
    'parapheur.certificates.show': 'it shows a person her certificate before she signs',
    'parapheur.certificates.store': 'a person asks by her own mouth that a certificate is hers',
    'parapheur.certificates.update': IN_PERSON,
    'parapheur.certificates.destroy': IN_PERSON,
    'parapheur.circuits.store': IN_PERSON,
    'parapheur.circuits.update': IN_PERSON,
    'parapheur.put_away_circuits.store': IN_PERSON,
    'parapheur.put_away_circuits.destroy': IN_PERSON,
    'parapheur.desks.store': IN_PERSON,
    'parapheur.desks.update': IN_PERSON,
    'parapheur.folder_types.update': IN_PERSON,
    'parapheur.seals.store': 'the key of a seal and its password are given by a person, once',
  },
})
