import { defineError } from '#lib/errors'

export const TooManyStreams = defineError(
  'E_TOO_MANY_STREAMS',
  'Trop de pages se mettent à jour en même temps : fermez-en quelques-unes.',
  429
)
export const NobodyListens = defineError(
  'E_NOBODY_LISTENS',
  'La mise à jour immédiate est arrêtée : la page se relit d’elle-même de temps en temps.',
  503
)
