import type { Meaning } from '#lib/meaning'

/** What others than the buyer and the supplier say of an invoice on its way, by the word of Chorus Pro. */
export const VALIDATION_WORDS: Record<string, [what: string, meaning: Meaning]> = {
  A_VALIDER_1: ['Le titulaire doit la valider', 'waiting'],
  VALIDEE_1: ['Validée par le titulaire', 'done'],
  REFUSEE_1: ['Refusée par le titulaire', 'trouble'],
  ABSENCE_VALIDATION_1_HORS_DELAI: ['Le titulaire n’a pas répondu dans les quinze jours', 'plain'],
  A_VALIDER_2: ['Le second valideur doit la valider', 'waiting'],
  VALIDEE_2: ['Validée par le second valideur', 'done'],
  REFUSEE_2: ['Refusée par le second valideur', 'trouble'],
  ABSENCE_VALIDATION_2_HORS_DELAI: ['Le second valideur n’a pas répondu à temps', 'plain'],
  A_VALIDER_MOE: ['Le maître d’œuvre doit la valider', 'waiting'],
  REFUSEE_MOE: ['Refusée par le maître d’œuvre', 'trouble'],
  MISE_A_DISPOSITION_MOE: ['Mise à disposition du maître d’œuvre', 'doing'],
  TRANSMISE_MOA: ['Transmise au maître d’ouvrage', 'doing'],
  MISE_A_DISPOSITION_MOA: ['Mise à disposition du maître d’ouvrage', 'doing'],
}

export const isValidation = (status: string): boolean => Object.hasOwn(VALIDATION_WORDS, status)
