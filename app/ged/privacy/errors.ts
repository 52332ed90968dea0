import { defineError } from '#lib/errors'

export const PersonUntold = defineError(
  'E_GED_PERSON_UNTOLD',
  'Dites au moins un nom, un courriel ou un téléphone.'
)
export const PersonSearchMissing = defineError(
  'E_GED_PERSON_SEARCH_MISSING',
  'Cette recherche n’existe pas, ou elle est oubliée : une recherche de personne ne se garde que trente jours.',
  404
)
export const PhoneRefused = defineError(
  'E_GED_PERSON_PHONE',
  'Écrivez un numéro de téléphone, comme 06 12 34 56 78.'
)
export const PersonExportTooLarge = defineError(
  'E_GED_PERSON_EXPORT_LARGE',
  'Cette recherche trouve plus de %s documents, ou plus de 1 Go : précisez le nom ou le courriel.',
  409
)
