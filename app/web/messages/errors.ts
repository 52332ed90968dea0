import { defineError } from '#lib/errors'

export const NudgedAlready = defineError(
  'E_NUDGED_ALREADY',
  'Une relance est déjà partie %s. La suivante est possible %s.',
  409
)

export const NobodyToNudge = defineError(
  'E_NOBODY_TO_NUDGE',
  'Personne n’est attendu ici, ou vous seulement : il n’y a personne à relancer.',
  409
)
