import { defineError } from '#lib/errors'

export const EliminationMissing = defineError(
  'E_GED_ELIMINATION_MISSING',
  'Ce bordereau d’élimination n’existe pas.',
  404
)
export const NothingDue = defineError(
  'E_GED_ELIMINATION_EMPTY',
  'Rien n’est à proposer : aucun document n’a passé sa durée avec « Élimination » pour sort final.',
  409
)
export const EliminationCarriedOut = defineError(
  'E_GED_ELIMINATION_DONE',
  'Ce bordereau a reçu son visa : il ne change plus.',
  409
)
export const VisaDayRefused = defineError(
  'E_GED_VISA_DAY',
  'Le visa ne peut être ni d’un jour à venir, ni d’avant le bordereau.'
)
