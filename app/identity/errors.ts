import { defineError } from '#lib/errors'

export const WrongCredentials = defineError(
  'E_WRONG_CREDENTIALS',
  'Adresse ou mot de passe inconnus. Vérifiez l’adresse, puis le mot de passe, majuscules comprises.'
)
export const TooManyAttempts = defineError(
  'E_TOO_MANY_ATTEMPTS',
  'Trop d’essais à la suite. Recommencez dans %s.',
  429
)
export const WrongCode = defineError(
  'E_WRONG_CODE',
  'Ce code n’est pas le bon, ou il a déjà servi. Attendez le code suivant de votre application.'
)
export const SecondStepExpired = defineError(
  'E_SECOND_STEP_EXPIRED',
  'Plus de dix minutes ont passé depuis votre mot de passe, ou il a changé. Recommencez la connexion.'
)
export const WrongMailedCode = defineError(
  'E_WRONG_MAILED_CODE',
  'Ce code n’est pas celui du dernier courriel, ou il n’est plus valable. Relisez-le, ou demandez-en un autre.'
)
export const NotProvenByMail = defineError(
  'E_NOT_PROVEN_BY_MAIL',
  'Avant un premier moyen de double authentification, confirmez votre adresse : demandez un code par courriel dans « Double authentification ».',
  403
)
export const NotStrong = defineError(
  'E_NOT_STRONG',
  'Déconnectez-vous, puis revenez avec votre code ou votre clé d’accès pour changer ces moyens.',
  403
)
export const WrongPassword = defineError(
  'E_WRONG_PASSWORD',
  'Ce n’est pas votre mot de passe actuel. Saisissez-le de nouveau.'
)
export const WeakPassword = defineError('E_WEAK_PASSWORD', '%s')
export const PasskeyRefused = defineError(
  'E_PASSKEY_REFUSED',
  'Cette clé n’a pas été reconnue. Recommencez, ou connectez-vous avec votre mot de passe.'
)
export const LinkExpired = defineError(
  'E_LINK_EXPIRED',
  'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.',
  410
)
export const AlreadyMember = defineError(
  'E_ALREADY_MEMBER',
  'Cette personne est déjà membre : modifiez ses rôles dans la liste des membres.'
)
export const AlreadyInvited = defineError(
  'E_ALREADY_INVITED',
  'Cette personne a déjà une invitation en attente : renvoyez-la depuis la liste des membres.'
)
export const LastAdministrator = defineError(
  'E_LAST_ADMINISTRATOR',
  'Il faut au moins une personne pour administrer. Donnez d’abord ce rôle à quelqu’un d’autre.'
)
export const MemberSuspended = defineError('E_MEMBER_SUSPENDED', '%s', 403)
export const NotYourInvitation = defineError(
  'E_NOT_YOUR_INVITATION',
  'Cette invitation est adressée à une autre personne. Déconnectez-vous, puis ouvrez de nouveau le lien.',
  403
)

export const PhoneUnreadable = defineError('E_PHONE_UNREADABLE', '%s')
