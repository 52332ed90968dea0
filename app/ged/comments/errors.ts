import { defineError } from '#lib/errors'

export const NoteOnNoPage = defineError(
  'E_GED_NOTE_NO_PAGE',
  'Cette version n’est pas un PDF : elle n’a pas de page où poser une note. Videz ce champ pour commenter le document.'
)
export const NoteOffPage = defineError(
  'E_GED_NOTE_PAGE',
  'Ce document n’a que %s page(s) : donnez le numéro de l’une d’elles.'
)
export const TooManyAnswers = defineError(
  'E_GED_ANSWERS',
  'Ce commentaire a déjà %s réponses : commencez-en un autre.',
  409
)
