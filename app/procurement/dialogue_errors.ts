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
export const TooManyCopies = defineError(
  'E_TOO_MANY_COPIES',
  'Vous avez déjà annoncé beaucoup de copies de sauvegarde qui ne sont pas venues : servez-vous d’un de leurs numéros.',
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
export const ReceiverRefused = defineError('E_RECEIVER_REFUSED', '%s')
export const NobodyTold = defineError(
  'E_NOBODY_TOLD',
  'Choisissez d’être prévenu par courriel, ou donnez l’adresse d’un logiciel à prévenir.'
)
export const EmailNotProven = defineError(
  'E_EMAIL_NOT_PROVEN',
  'Vous n’avez pas d’adresse électronique vérifiée : vérifiez-en une dans « Mes coordonnées », ou donnez l’adresse d’un logiciel à prévenir.',
  409
)
export const NothingToSearch = defineError(
  'E_NOTHING_TO_SEARCH',
  'Aucune collectivité ne publie encore de consultation ici : revenez plus tard.',
  409
)
export const NoReceiver = defineError(
  'E_NO_RECEIVER',
  'Aucun logiciel n’est prévenu de cette recherche, ou il est arrêté : donnez son adresse.',
  409
)
