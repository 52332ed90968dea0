import { defineError } from '#lib/errors'

export const QuestionMissing = defineError(
  'E_QUESTION_MISSING',
  'Cette question n’existe pas ici, ou n’est pas la vôtre.',
  404
)
export const QuestionTooLate = defineError(
  'E_QUESTION_TOO_LATE',
  'L’heure limite est passée : plus rien ne se demande ni ne se répond.',
  409
)
export const TooManyQuestions = defineError(
  'E_TOO_MANY_QUESTIONS',
  'Vous avez déjà posé beaucoup de questions sur cette consultation : attendez leurs réponses.',
  409
)
export const AttestationMissing = defineError(
  'E_ATTESTATION_MISSING',
  'Cette attestation n’existe pas ici, ou n’est pas encore scellée.',
  404
)
export const AlertMissing = defineError(
  'E_ALERT_MISSING',
  'Cette recherche n’existe pas ici, ou n’existe plus.',
  404
)
export const TooManyAlerts = defineError(
  'E_TOO_MANY_ALERTS',
  'Cette adresse a déjà beaucoup de recherches : confirmez-les, ou arrêtez-en une par le lien de son courriel.',
  409
)
