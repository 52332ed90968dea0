import { defineError } from '#lib/errors'

export const PersonMissing = defineError(
  'E_PERSON_MISSING',
  'Ce compte n’existe pas, ou il a été fermé.',
  404
)
export const WrongDoor = defineError(
  'E_WRONG_DOOR',
  'Ce numéro, ce mot de passe ou ce code ne sont pas reconnus. Vérifiez-les, ou demandez un nouveau code.'
)
export const WrongDoorCode = defineError(
  'E_WRONG_DOOR_CODE',
  'Ce code n’est pas le bon. Relisez le dernier message reçu.'
)
export const DoorCodeDead = defineError(
  'E_DOOR_CODE_DEAD',
  'Ce code a trop servi, ou il n’est plus valable. Demandez-en un autre.',
  410
)
export const UnreadableValue = defineError('E_UNREADABLE_VALUE', '%s')
export const NoNameAtAll = defineError(
  'E_NO_NAME',
  'Écrivez au moins un nom ou un prénom : c’est la seule chose que nous demandons.'
)
export const NeedsSecondAgent = defineError(
  'E_NEEDS_SECOND_AGENT',
  'Une seconde personne du guichet doit confirmer : ce n’est pas à vous de le faire.',
  403
)
export const NotKnownHere = defineError(
  'E_NOT_KNOWN_HERE',
  'Aucun compte ne répond à ce numéro, ou à ce nom et cette date de naissance. Vérifiez-les sur la pièce d’identité.'
)
export const RecoveryMissing = defineError(
  'E_RECOVERY_MISSING',
  'Cette demande n’existe pas, ou elle est réglée.',
  404
)
export const OrganisationMissing = defineError(
  'E_ORGANISATION_MISSING',
  'Cet organisme n’est pas connu ici.',
  404
)
export const AttachmentMissing = defineError(
  'E_ATTACHMENT_MISSING',
  'Ce rattachement n’existe pas, ou il n’est pas le vôtre.',
  404
)
export const WrongSecret = defineError(
  'E_WRONG_SECRET',
  'Ce n’est ni votre mot de passe, ni votre code sur papier. Saisissez-le de nouveau.'
)
export const LikenessMissing = defineError(
  'E_LIKENESS_MISSING',
  'Ces deux fiches ne sont plus à comparer : un collègue a répondu, ou l’une d’elles n’est plus là.',
  404
)
export const MergeMissing = defineError(
  'E_MERGE_MISSING',
  'Ces comptes ne sont pas réunis, ou ne le sont plus.',
  404
)
export const NotOnePerson = defineError(
  'E_NOT_ONE_PERSON',
  'Ces deux comptes ne disent pas le même nom ou la même naissance : ils ne se réunissent pas ici. Un guichet peut corriger celui qui se trompe.'
)
export const AlreadyAttached = defineError(
  'E_ALREADY_ATTACHED',
  'Vous avez déjà un rattachement ou une demande en cours pour « %s ».',
  409
)
export const NotManager = defineError(
  'E_NOT_MANAGER',
  'Seule une personne qui gère cet établissement peut faire cela.',
  403
)
export const TwoManagers = defineError(
  'E_TWO_MANAGERS',
  'Une personne qui gère n’en écarte pas une autre. Si vous n’êtes pas d’accord, une collectivité vérifie le mandat de chacune.',
  409
)
export const LastManager = defineError(
  'E_LAST_MANAGER',
  'Vous êtes la seule personne qui gère cet établissement. Confiez d’abord la gestion à quelqu’un d’autre.',
  409
)
export const NumberRefused = defineError('E_NUMBER_REFUSED', '%s')
export const NameNeeded = defineError('E_NAME_NEEDED', 'Écrivez le nom de l’organisme.')
export const InvitationOver = defineError(
  'E_INVITATION_OVER',
  'Cette invitation a servi, ou elle n’est plus valable. Demandez-en une autre à qui gère l’établissement.',
  410
)
export const TooManyPersonTokens = defineError(
  'E_TOO_MANY_TOKENS',
  'Vous avez déjà %s jetons : révoquez-en un d’abord.'
)
export const TokenMissing = defineError(
  'E_TOKEN_MISSING',
  'Ce jeton n’existe pas, ou n’est pas le vôtre.',
  404
)
