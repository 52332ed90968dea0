import { defineError } from '#lib/errors'

/** Something of the page cannot be taken away exactly by a program. */
export const RedactionInexact = defineError(
  'E_REDACTION_INEXACT',
  'La page %s ne peut pas être occultée exactement : %s. Imprimez-la comme une image, puis occultez cette image.'
)
/** Something was asked for, and is not there. */
export const RedactionFindsNothing = defineError(
  'E_REDACTION_NOTHING',
  '« %s » ne se lit sur aucune des pages dites : écrivez-le comme dans le document, ou dessinez sa zone.'
)
/** What was written is still read in it: it never leaves. */
export const RedactionLeftWords = defineError(
  'E_REDACTION_LEFT',
  'La copie a été relue, et dit encore « %s » (%s) : elle n’est pas gardée. Dessinez la zone de ces mots, ou imprimez le document comme une image.'
)
export const RedactionRefused = defineError('E_REDACTION', '%s')
