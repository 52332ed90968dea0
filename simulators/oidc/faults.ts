/** What a provider can be told to do wrong, each as its console says it. */
export const FAULTS = {
  none: 'Tout va bien',
  access_denied: 'La personne renonce',
  server_error: 'Le service se dit en erreur',
  wrong_state: 'Un autre « state » revient',
  wrong_response_iss: 'La réponse nomme un autre émetteur',
  code_used: 'Le code est refusé, comme déjà utilisé ou trop vieux',
  wrong_nonce: 'Jeton avec un autre « nonce »',
  wrong_iss: 'Jeton d’un autre émetteur',
  wrong_aud: 'Jeton pour un autre service',
  alg_none: 'Jeton sans signature (alg none)',
  hs256_public_key: 'Jeton signé HS256 avec la clé publique',
  wrong_signature: 'Jeton dont la signature est fausse',
  unknown_key: 'Jeton signé d’une clé que personne ne publie',
  renewed_key: 'Clés renouvelées',
  expired: 'Jeton expiré',
  low_acr: 'Niveau de garantie plus bas que demandé',
  no_acr: 'Niveau de garantie absent',
  other_sub: 'Identité d’une autre personne',
  userinfo_unsigned: 'Identité sans signature',
  userinfo_wrong_signature: 'Identité dont la signature est fausse',
  userinfo_wrong_aud: 'Identité pour un autre service',
  no_name: 'Identité sans nom',
  no_email: 'Identité sans courriel',
  slow: 'Réponses très lentes',
  down: 'Service arrêté',
} as const

export type Fault = keyof typeof FAULTS

export const isFault = (name: string): name is Fault => Object.hasOwn(FAULTS, name)
