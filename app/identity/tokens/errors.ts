import { defineError } from '#lib/errors'

export const TokenNeedsSecondFactor = defineError(
  'E_TOKEN_NEEDS_SECOND_FACTOR',
  'Cette collectivité demande une double authentification pour votre rôle : reconnectez-vous avec votre code ou votre clé d’accès, puis créez le jeton.',
  403
)
export const ScopeNotHeld = defineError(
  'E_TOKEN_SCOPE_NOT_HELD',
  'Un jeton ne donne pas plus que les rôles : retirez « %s », ou demandez d’abord le rôle qui le permet.'
)
export const TooManyTokens = defineError(
  'E_TOO_MANY_TOKENS',
  'Il y a déjà %s jetons ouverts. Révoquez d’abord ceux qui ne servent plus.'
)
export const AdministeringAccount = defineError(
  'E_TECHNICAL_ADMINISTRATOR',
  'Un compte technique n’administre pas la collectivité : donnez-lui seulement les rôles de ce que son logiciel fait.'
)
