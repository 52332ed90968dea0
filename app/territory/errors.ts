import { defineError } from '#lib/errors'

export const ProjectNotFound = defineError(
  'E_PROJECT_NOT_FOUND',
  'Ce projet n’existe pas, ou pas dans cette collectivité.',
  404
)
export const FicheNotFound = defineError(
  'E_FICHE_NOT_FOUND',
  'Cette fiche n’existe pas, ou pas dans cette collectivité.',
  404
)
export const AxeNotFound = defineError(
  'E_AXE_NOT_FOUND',
  'Cet axe n’existe pas, ou plus : il a pu être retiré.',
  404
)
export const RecommendationNotFound = defineError(
  'E_RECOMMENDATION_NOT_FOUND',
  'Cette recommandation n’existe pas, ou pas dans cette collectivité.',
  404
)
export const CheckNotDone = defineError(
  'E_PROJECT_CHECK_NOT_DONE',
  'Ce point n’est plus coché : il est déjà à faire.',
  404
)
export const NotAPilot = defineError(
  'E_FICHE_PILOT_NOT_FOUND',
  'Cette personne ne pilote pas, ou plus, cette fiche.',
  404
)

export const StepBlocked = defineError(
  'E_PROJECT_STEP_BLOCKED',
  'Cette étape ne peut pas encore être franchie. %s',
  409
)
export const ReasonMissing = defineError(
  'E_PROJECT_REASON_MISSING',
  'Dites en une phrase pourquoi l’étape est rouverte : la raison reste dans l’historique du projet.'
)
export const NotYourFiche = defineError(
  'E_FICHE_NOT_YOURS',
  'Vous pouvez modifier seulement les fiches dont vous êtes pilote. Pour piloter celle-ci, adressez-vous à la personne qui conduit le projet.',
  403
)
export const EvaluationFrozen = defineError(
  'E_EVALUATION_FROZEN',
  'L’évaluation %s est arrêtée : elle ne change plus. Ouvrez celle d’une autre année.',
  409
)
export const FreezingBlocked = defineError(
  'E_EVALUATION_TOO_EARLY',
  'L’évaluation ne peut pas encore être arrêtée. %s',
  409
)
export const IntroductionUnsaved = defineError(
  'E_INTRODUCTION_UNSAVED',
  'Un mot d’introduction est en brouillon et n’est pas enregistré : enregistrez-le ou oubliez-le, puis arrêtez l’évaluation.',
  409
)
export const EvaluationJustified = defineError(
  'E_EVALUATION_JUSTIFIED',
  'L’absence d’évaluation %s est justifiée. Choisissez « Reprendre l’évaluation » avant de l’écrire.',
  409
)
export const YearOutside = defineError(
  'E_YEAR_OUTSIDE',
  'L’année %s n’est pas dans la durée du projet (de %s à %s).'
)
export const PilotUnknown = defineError(
  'E_PILOT_UNKNOWN',
  'Choisissez une personne de la liste : elle doit avoir un compte dans cette collectivité.'
)
export const ProjectNamesake = defineError(
  'E_SLUG_TAKEN',
  'Un projet porte déjà ce nom. Ajoutez par exemple ses années.'
)
export const FormOvertaken = defineError(
  'E_FORM_OVERTAKEN',
  'Quelqu’un a enregistré cette partie pendant que vous écriviez. Votre texte est gardé en brouillon : comparez, puis enregistrez.',
  409
)
export const DraftTooLong = defineError(
  'E_DRAFT_TOO_LONG',
  'Ce brouillon est trop long pour être gardé. Raccourcissez le texte, ou répartissez-le dans plusieurs parties de la fiche.',
  413
)
export const AxeNotEmpty = defineError(
  'E_AXE_NOT_EMPTY',
  'Cet axe a encore des actions. Déplacez-les vers un autre axe, depuis leur fiche, puis retirez-le.',
  409
)
export const AxeElsewhere = defineError(
  'E_AXE_ELSEWHERE',
  'Choisissez un axe de ce projet dans la liste.'
)
