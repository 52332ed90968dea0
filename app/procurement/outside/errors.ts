import { defineError } from '#lib/errors'

export const ProbeMissing = defineError(
  'E_PROBE_MISSING',
  'Cette sonde n’existe pas. Revenez à la liste pour la retrouver.',
  404
)
export const ProbeNameTaken = defineError(
  'E_PROBE_NAME_TAKEN',
  'Une sonde a déjà ce nom : le relevé dit qui a vu quoi, donnez-en un autre.'
)
export const TooManyProbes = defineError(
  'E_TOO_MANY_PROBES',
  'Il y a déjà %s sondes. Révoquez celle qui ne sert plus, puis recommencez.'
)
export const ProbeRevoked = defineError(
  'E_PROBE_REVOKED',
  'Cette sonde est révoquée : elle ne parle plus. Déclarez-en une autre.',
  409
)
/** One answer to all: nobody learns which probes there are. */
export const ProbeUnknown = defineError(
  'E_PROBE_UNKNOWN',
  'Cet envoi n’est pas signé par la clé d’une sonde en service : vérifiez la clé donnée par la console.',
  401
)
