import type { Completeness } from './completeness.js'

/** The one thing to do next on a sheet. */
export interface NextForSheet {
  what: 'complete' | 'enter_values' | 'late' | 'nothing'
  title: string
  text: string
  meaning: 'waiting' | 'trouble' | 'done' | 'plain'
}

export interface SheetSituation {
  completeness: Completeness
  /** Indicators without a result for the last finished year. */
  silentIndicators: number
  lastYear: number
  onTime: boolean
}

/** What stops the follow-up first, then the figures, then the calendar, then what would be better. */
export function nextForSheet(situation: SheetSituation): NextForSheet {
  const { completeness, silentIndicators, lastYear, onTime } = situation
  if (completeness.missing.length > 0) {
    const text = `Il manque\u202f: ${completeness.missing.map((name) => name.toLowerCase()).join(', ')}.`
    return { what: 'complete', title: 'Compléter la fiche', text, meaning: 'trouble' }
  }
  if (silentIndicators > 0) {
    const text =
      silentIndicators === 1
        ? 'Un indicateur attend encore sa valeur.'
        : `${silentIndicators} indicateurs attendent encore leur valeur.`
    return {
      what: 'enter_values',
      title: `Saisir les valeurs ${lastYear}`,
      text,
      meaning: 'waiting',
    }
  }
  if (!onTime) {
    const text = 'Mettez le statut à jour, ou convenez d’une nouvelle échéance.'
    return { what: 'late', title: 'L’échéance est passée', text, meaning: 'trouble' }
  }
  const advised = completeness.advised.map((name) => name.toLowerCase()).join(', ')
  // What is followed is not thereby finished: « Terminé » beside empty headings would be untrue.
  if (advised) {
    const text = `Rien ne manque pour suivre l’action. Pour aller plus loin\u202f: ${advised}.`
    return { what: 'nothing', title: 'Préciser la fiche', text, meaning: 'plain' }
  }
  return {
    what: 'nothing',
    title: 'La fiche est à jour',
    text: 'La fiche est complète.',
    meaning: 'done',
  }
}
