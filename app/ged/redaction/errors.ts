import { defineError } from '#lib/errors'

export const RedactionNotPdf = defineError(
  'E_GED_REDACTION_NOT_PDF',
  'Seul un PDF s’occulte ici : enregistrez ce document en PDF, puis déposez-le.',
  409
)
export const RedactionTooLong = defineError(
  'E_GED_REDACTION_TOO_LONG',
  'Ce document est trop lourd pour être occulté d’un seul tenant : coupez-le, puis occultez chaque partie.'
)
export const RedactionEmpty = defineError(
  'E_GED_REDACTION_EMPTY',
  'Dites les mots à retirer, ou dessinez une zone.'
)
