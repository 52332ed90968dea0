import { defineError } from '#lib/errors'

export const ProofMissing = defineError(
  'E_PROOF_MISSING',
  'Cette pièce n’existe pas, ou n’est pas de votre entreprise.',
  404
)
export const ProofNotBrought = defineError(
  'E_PROOF_NOT_BROUGHT',
  'Choisissez un fichier PDF, JPEG ou PNG de 10 Mo au plus.'
)
export const VaultClosed = defineError(
  'E_VAULT_CLOSED',
  'Le coffre d’une entreprise s’ouvre à qui agit pour elle : votre rattachement attend encore une réponse.',
  403
)
export const VaultFull = defineError(
  'E_VAULT_FULL',
  'Ce coffre a déjà %s pièces : retirez d’abord celles qui ne servent plus.',
  409
)
