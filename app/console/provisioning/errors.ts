import { defineError } from '#lib/errors'

export const UnknownBlueprint = defineError(
  'E_BLUEPRINT_UNKNOWN',
  'Aucun modèle ne s’appelle « %s ». Modèles connus : %s.'
)
export const SlugTaken = defineError(
  'E_SLUG_TAKEN',
  'L’adresse « %s » est déjà celle d’un autre membre : choisissez-en une autre.'
)
export const BadSlug = defineError(
  'E_SLUG_INVALID',
  'L’adresse « %s » doit s’écrire en lettres minuscules sans accent, chiffres et traits d’union.'
)
export const MemberNameMissing = defineError(
  'E_MEMBER_NAME_MISSING',
  'Ce SIREN n’est pas encore membre : donnez au moins son nom et son département.'
)
export const MemberNotFound = defineError('E_MEMBER_UNKNOWN', 'Aucun membre ne correspond.', 404)
