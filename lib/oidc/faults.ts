/**
 * Why a sign-in by a provider did not succeed, and what the person can do: one sentence each, where
 * `%s` is the provider's name. None says what an attacker would learn from.
 */
export const SIGN_IN_FAULTS = {
  given_up: 'Vous n’avez pas terminé avec %s. Recommencez, ou choisissez un autre moyen.',
  not_begun_here:
    'Cette connexion n’a pas commencé dans ce navigateur, ou a déjà servi. Recommencez depuis cette page.',
  too_late: '%s a répondu trop tard. Recommencez : la demande ne vaut que quelques instants.',
  unsure:
    'La réponse de %s n’est pas celle que nous attendions, et nous ne l’avons pas crue. Recommencez ; si cela se répète, choisissez un autre moyen.',
  too_low:
    '%s vous connaît avec moins de certitude que ce service n’en demande. Choisissez chez %s un moyen plus sûr, ou un autre moyen ici.',
  no_name:
    '%s ne nous a transmis ni votre nom ni vos prénoms. Vérifiez votre compte chez %s, ou ouvrez un compte ici ou au guichet.',
  unreadable_name:
    '%s transmet votre nom avec des signes que nous ne savons pas lire. Ouvrez un compte ici ou au guichet : votre nom y sera écrit comme il faut.',
  not_identified:
    '%s n’a pas pu confirmer qui vous êtes. Vérifiez votre compte chez %s, ou choisissez un autre moyen.',
  away: '%s ne répond pas en ce moment. Choisissez un autre moyen, ou revenez plus tard.',
  not_ready:
    'La connexion par %s est mal réglée chez nous, et l’exploitant en est averti. Choisissez un autre moyen.',
} as const

export type SignInFault = keyof typeof SIGN_IN_FAULTS

/** The sentence of a failure, with the provider's name in it. */
export const wordsOfFault = (fault: SignInFault, provider: string): string =>
  SIGN_IN_FAULTS[fault].replaceAll('%s', provider)
