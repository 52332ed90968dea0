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

export const CircuitMissing = defineError(
  'E_CIRCUIT_MISSING',
  'Ce circuit n’existe pas, ou pas dans cette collectivité.',
  404
)

export const CircuitFollowed = defineError(
  'E_CIRCUIT_FOLLOWED',
  'Des dossiers suivent ce circuit : %s. Choisissez-leur d’abord un autre circuit, en haut de cette page.',
  409
)

export const CircuitNameTaken = defineError(
  'E_CIRCUIT_NAME_TAKEN',
  'Un autre circuit porte maintenant le nom « %s ». Changez d’abord le nom de celui-là.',
  409
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

export const DelegationInvalid = defineError('E_DELEGATION_INVALID', '%s')

export const DeskNotFound = defineError(
  'E_DESK_NOT_FOUND',
  'Ce bureau n’existe pas, ou n’est pas le vôtre.',
  404
)

export const ReadFirst = defineError(
  'E_READ_FIRST',
  '%s. Ouvrez le dossier et lisez-le d’abord : un visa se donne à ce que l’on a lu.'
)

export const SignatureNotVisa = defineError(
  'E_SIGNATURE_NOT_VISA',
  'Ce dossier n’attend pas un visa mais une signature : ouvrez-le pour signer.'
)

export const NobodyToldOfNudge = defineError(
  'E_NOBODY_TOLD_OF_NUDGE',
  'Les personnes attendues ne veulent pas de courriel : le dossier est dans leur liste, appelez-les.'
)
