import { defineError } from '#lib/errors'

export const ProviderMissing = defineError(
  'E_PROVIDER_MISSING',
  'Ce moyen de connexion n’existe pas ou n’est plus ouvert. Choisissez-en un autre.',
  404
)
