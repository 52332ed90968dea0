import { defineError } from '#lib/errors'

export const ExchangeMissing = defineError(
  'E_EXCHANGE_MISSING',
  'Cet échange n’existe pas, ou pas pour vous. Revenez à la liste pour le retrouver.',
  404
)
/** The same whether it never was, is expired or revoked: who guesses learns nothing. */
export const DoorMissing = defineError(
  'E_EXCHANGE_DOOR_MISSING',
  'Ce lien ne mène à rien, ou plus à rien : demandez-en un autre à qui vous l’a envoyé.',
  404
)
export const RecipientsRefused = defineError(
  'E_EXCHANGE_RECIPIENTS',
  '« %s » n’est pas une adresse : écrivez-en une par ligne, comme nom@domaine.fr.'
)
export const TooManyRecipients = defineError(
  'E_EXCHANGE_TOO_MANY',
  'Un échange va à %s adresses au plus : ouvrez-en un autre pour les suivantes.'
)
export const NothingToSend = defineError(
  'E_EXCHANGE_EMPTY',
  'Cet envoi n’a pas encore de fichier : ajoutez-en au moins un.'
)
export const DayRefused = defineError(
  'E_EXCHANGE_DAY',
  'Choisissez un jour à venir, d’ici %s jours : l’échange se ferme à la fin de ce jour.'
)
export const SealingNeedsScripts = defineError(
  'E_EXCHANGE_SCRIPTS',
  'Ces fichiers se chiffrent dans votre navigateur, dont les scripts sont arrêtés : rétablissez-les, puis choisissez de nouveau les fichiers.'
)
export const NothingLaid = defineError(
  'E_EXCHANGE_NOTHING_LAID',
  'Rien n’est encore déposé : choisissez au moins un fichier.'
)
