import { defineError } from '#lib/errors'

export const FileTooComplex = defineError(
  'E_FILE_TOO_COMPLEX',
  'Ce fichier est trop complexe : sa lecture a été arrêtée au bout de %s secondes. Enregistrez-le de nouveau depuis son logiciel d’origine, ou découpez-le, puis recommencez.'
)

export const FileTooHeavy = defineError(
  'E_FILE_TOO_HEAVY',
  'Ce fichier demande trop de mémoire pour être lu. Enregistrez-le de nouveau depuis son logiciel d’origine, ou découpez-le, puis recommencez.'
)

/** The queue is full: nothing is wrong with the file. */
export class ReadingBusy extends defineError(
  'E_READING_BUSY',
  'Beaucoup de documents sont lus en ce moment. Réessayez dans un instant.',
  503
) {
  readonly retryAfterSeconds = 10
}
