import { defineError } from '#lib/errors'

export const FolderNotFound = defineError(
  'E_FOLDER_NOT_FOUND',
  'Ce dossier n’existe pas, ou pas dans cette collectivité.',
  404
)

export const NoCircuit = defineError(
  'E_NO_CIRCUIT',
  'Aucun circuit de signature n’est prévu pour ce dossier. Demandez à l’administration d’en créer un.'
)

export const NothingToSign = defineError(
  'E_NOTHING_TO_SIGN',
  'Ce dossier ne contient aucun document à signer. Ajoutez-en un.'
)

export const NotYourStep = defineError(
  'E_NOT_YOUR_STEP',
  'Ce dossier attend maintenant un autre bureau. Rechargez la page pour voir où il en est.',
  403
)

export const StepDoneByAnother = defineError(
  'E_STEP_DONE_BY_ANOTHER',
  '%s a %s ce dossier %s : votre geste n’est plus possible. Rechargez la page pour voir où il en est.',
  409
)

export const StepDoneByYou = defineError(
  'E_STEP_DONE_BY_YOU',
  'Vous avez déjà %s ce dossier %s. Rechargez la page pour voir où il en est.',
  409
)

export const FolderOver = defineError(
  'E_FOLDER_OVER',
  'Ce dossier %s : il n’attend plus rien. Rechargez la page pour voir où il en est.',
  409
)

export const CeremonyOvertaken = defineError(
  'E_CEREMONY_OVERTAKEN',
  '%s a commencé à signer ce dossier juste après vous : votre séance s’est fermée. Rechargez la page, puis reprenez s’il attend encore une signature.',
  409
)

export const ReasonWithVisa = defineError(
  'E_REASON_WITH_VISA',
  'Vous avez écrit un motif de refus. Effacez-le pour donner votre visa, ou refusez le dossier.'
)

export const ReasonMissing = defineError(
  'E_REASON_MISSING',
  'Dites pourquoi vous refusez : la personne qui a préparé le dossier doit pouvoir le corriger.'
)

export const AnnotationTooLong = defineError(
  'E_ANNOTATION_TOO_LONG',
  'Ce texte dépasse %s caractères. Raccourcissez-le.'
)

export const TooLateToRecall = defineError(
  'E_TOO_LATE_TO_RECALL',
  'L’étape suivante a déjà commencé : vous ne pouvez plus revenir sur votre geste. Demandez au bureau suivant de refuser le dossier.',
  409
)

export const CeremonyDead = defineError(
  'E_CEREMONY_DEAD',
  'Cette séance de signature n’est plus valable : le document a changé, ou trop de temps a passé. Reprenez la signature.',
  409
)

export const CeremonyNotFound = defineError(
  'E_CEREMONY_NOT_FOUND',
  'Cette séance de signature n’existe pas.',
  404
)

export const CertificateNotTrusted = defineError(
  'E_CERTIFICATE_NOT_TRUSTED',
  'L’autorité qui a délivré ce certificat n’est pas reconnue ici. Choisissez un certificat délivré par une autorité reconnue.'
)

export const CertificateExpired = defineError(
  'E_CERTIFICATE_EXPIRED',
  'Ce certificat n’est pas en cours de validité. Choisissez-en un autre, ou renouvelez-le.'
)

export const CertificateNotYetValid = defineError(
  'E_CERTIFICATE_NOT_YET_VALID',
  'Ce certificat n’est pas encore en cours de validité. Choisissez-en un autre, ou attendez son premier jour.'
)

export const CertificateOfSomebodyElse = defineError(
  'E_CERTIFICATE_OF_SOMEBODY_ELSE',
  'Ce certificat est au nom de %s, et vous êtes %s. Chacun signe avec son propre certificat, même en l’absence d’une autre personne. S’il est bien le vôtre, demandez à l’administration de le rattacher à votre compte.'
)

export const CertificateOfAnotherCollectivite = defineError(
  'E_CERTIFICATE_OF_ANOTHER_COLLECTIVITE',
  'Ce certificat est celui d’une autre collectivité (%s). Choisissez un certificat délivré pour celle-ci.'
)

export const SealForPerson = defineError(
  'E_SEAL_FOR_PERSON',
  'Ce certificat est un cachet, au nom de « %s » : il engage une organisation et ne signe pour personne. Choisissez votre certificat de signature.'
)

export const PersonForSeal = defineError(
  'E_PERSON_FOR_SEAL',
  'Ce certificat est celui d’une personne (%s) : il ne peut pas servir de cachet. Choisissez le certificat de cachet de la collectivité.'
)

export const NoLinkNeeded = defineError(
  'E_NO_LINK_NEEDED',
  'Ce certificat est déjà reconnu comme le vôtre : il n’y a rien à demander.',
  409
)

export const LinkNotFound = defineError(
  'E_CERTIFICATE_LINK_NOT_FOUND',
  'Ce rattachement n’existe pas, ou n’est plus en attente.',
  404
)

export const LinkReasonMissing = defineError(
  'E_LINK_REASON_MISSING',
  'Dites comment vous savez que ce certificat est bien celui de cette personne : ce motif est gardé et figure sur le bordereau.'
)

export const CertificateNotForSigning = defineError(
  'E_CERTIFICATE_NOT_FOR_SIGNING',
  'Ce certificat n’est pas fait pour signer des documents. Choisissez votre certificat de signature.'
)

export const SealMissing = defineError(
  'E_SEAL_MISSING',
  'Aucun cachet en cours de validité n’est enregistré pour cette collectivité. L’administration peut en déposer un.'
)

export const DelegationInvalid = defineError('E_DELEGATION_INVALID', '%s')

export const DeskNotFound = defineError(
  'E_DESK_NOT_FOUND',
  'Ce bureau n’existe pas, ou n’est pas le vôtre.',
  404
)
