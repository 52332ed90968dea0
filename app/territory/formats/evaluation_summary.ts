/** What of a report is counted. */
interface CountedAxe {
  fiches: {
    publicStatut: string
    indicators: { title: string; verdict: string; plot: { target: unknown } }[]
  }[]
}

/** The year in a few sentences, counted from the report itself. */
export function summarize(year: number, axes: CountedAxe[]): string[] {
  const fiches = axes.flatMap((axe) => axe.fiches)
  const indicators = fiches.flatMap((fiche) => fiche.indicators)
  const withTarget = indicators.filter((it) => it.plot.target !== null)
  const reached = indicators.filter((it) => it.verdict === 'reached')
  const rising = indicators.filter((it) => it.verdict === 'progress')
  const silent = indicators.filter((it) => it.verdict === 'unknown')
  const told = (statut: string) => fiches.filter((fiche) => fiche.publicStatut === statut).length
  return [
    `Au terme de l’année ${year}, le programme compte ${count(axes.length, 'axe')} et ` +
      `${count(fiches.length, 'action')}\u202f: ${count(told('réalisée'), 'réalisée')}, ` +
      `${told('en cours')}\u00a0en\u00a0cours, ${count(told('prévue'), 'prévue')}.`,
    indicators.length === 0
      ? 'Aucun indicateur n’est encore suivi.'
      : `${count(indicators.length, 'indicateur')} ${indicators.length > 1 ? 'sont suivis' : 'est suivi'}. ` +
        `Sur ${withTarget.length} ${withTarget.length > 1 ? 'qui ont' : 'qui a'} une cible, ` +
        `${reached.length} l’${reached.length > 1 ? 'ont' : 'a'} atteinte` +
        `${rising.length > 0 ? ` et ${rising.length} ${rising.length > 1 ? 'progressent' : 'progresse'}` : ''}.`,
    ...silent.map((it) => `L’indicateur «\u00a0${it.title}\u00a0» attend encore une valeur.`),
  ]
}

function count(number: number, noun: string): string {
  return `${number}\u00a0${noun}${number > 1 ? 's' : ''}`
}
