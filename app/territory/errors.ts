import { defineError } from '#kernel/errors'

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
export const UnreadableFigure = defineError(
  'E_FIGURE_UNREADABLE',
  'Le chiffre « %s » n’a pas pu être lu. Écrivez par exemple 46 800 ou 3,5, sans unité.'
)
export const WholeFigureExpected = defineError(
  'E_FIGURE_DECIMALS',
  'Cet indicateur se compte sans décimale : arrondissez « %s ».'
)
export const BadPeriod = defineError(
  'E_PERIOD',
  'La période doit finir après son début, et dans l’année %s.'
)
export const EvaluationFrozen = defineError(
  'E_EVALUATION_FROZEN',
  'L’évaluation %s est arrêtée : elle ne change plus. Ouvrez celle d’une autre année.',
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
