import { defineError } from '#lib/errors'

export const WebhookMissing = defineError(
  'E_WEBHOOKS_MISSING',
  'Ce webhook n’existe pas, ou pas dans cette collectivité. Revenez à la liste pour le retrouver.',
  404
)

export const DeliveryMissing = defineError(
  'E_WEBHOOKS_DELIVERY_MISSING',
  'Cet envoi n’existe pas, ou plus : un envoi est gardé trente jours. Revenez au webhook pour voir les plus récents.',
  404
)

export const TooMany = defineError(
  'E_WEBHOOKS_TOO_MANY',
  'Une collectivité a %s webhooks au plus. Retirez-en un qui ne sert plus, puis recommencez.'
)

export const ReceiverRefused = defineError('E_WEBHOOKS_RECEIVER_REFUSED', '%s')

export const Disabled = defineError(
  'E_WEBHOOKS_DISABLED',
  'Ce webhook est arrêté : rien ne lui est envoyé. Remettez-le en route, puis recommencez.',
  409
)
