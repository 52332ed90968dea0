import { defineError } from '#lib/errors'

export const NotFound = defineError(
  'E_NOT_FOUND',
  'Cette page n’existe pas, ou pas pour vous. Vérifiez l’adresse, ou revenez à l’accueil.',
  404
)
export const Forbidden = defineError(
  'E_FORBIDDEN',
  'Votre rôle ne permet pas cette action. Demandez-la à la personne qui administre le service dans votre collectivité.',
  403
)
export const UnreadableText = defineError(
  'E_UNREADABLE_TEXT',
  'Ce texte contient un signe qui ne peut pas être gardé. Revenez en arrière, et retapez le passage que vous avez collé.'
)
