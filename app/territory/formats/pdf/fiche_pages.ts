import { VERDICTS } from '../../rules/indicator_report.js'
import type { FicheReport } from '../evaluation_report.js'
import { MUTED, type Paper } from '#lib/paper/paper'
import { plot } from './plot.js'
import { bullets, facts, heading, paragraphs } from '#lib/paper/prose'
import { valuesHeight, valuesTable } from './values_table.js'

/** A sheet in the evaluation: what it is, what went well, what did not, then its figures; `entered` is called on the page of its heading. */
export function fichePages(paper: Paper, fiche: FicheReport, entered: () => void) {
  heading(paper, 2, `${fiche.number} ${fiche.title}`)
  entered()
  facts(paper, [['Statut', fiche.statut], ['Pilote', fiche.pilots], ...fiche.facts])
  paragraphs(paper, fiche.description)
  listUnder(paper, 'Résultats', fiche.results)
  listUnder(paper, 'Bénéfices', fiche.benefits)
  listUnder(paper, 'Forces', fiche.strengths)
  listUnder(paper, 'Faiblesses', fiche.weaknesses)
  if (fiche.advice.length > 0) {
    heading(paper, 3, 'Recommandations tirées de l’action')
    paragraphs(paper, fiche.advice)
  }
  for (const indicator of fiche.indicators) indicatorFigure(paper, indicator)
}

/** Heights in points: title, sentence, plot and sources; a note under them. Two indicators fit a page. */
const TEXT_AND_PLOT = 224
const NOTE = 30

/** The height of an indicator, so that a heading before it does not stay alone. */
export const figureHeight = (paper: Paper, { plot, notes }: FicheReport['indicators'][number]) =>
  TEXT_AND_PLOT + valuesHeight(plot, paper.width) + notes.length * NOTE

/** An indicator with its sentence, its plot and its table, on one page whenever they fit. */
export function indicatorFigure(paper: Paper, indicator: FicheReport['indicators'][number]) {
  paper.keepTogether(figureHeight(paper, indicator))
  heading(paper, 3, indicator.title)
  const target = indicator.plot.target ? ` Cible\u202f: ${indicator.plot.target.label}.` : ''
  const trend = indicator.trend ? ` ${indicator.trend}.` : ''
  paragraphs(paper, [
    `${VERDICTS[indicator.verdict]}. Départ\u202f: ${indicator.start}. ` +
      `Dernière valeur\u202f: ${indicator.latest}.${trend}${target} ${progressOf(indicator)}`,
  ])
  // What is an estimate is said before it is shown.
  paragraphs(paper, indicator.notes, MUTED, 9)
  plot(paper, indicator.plot)
  valuesTable(paper, indicator.plot)
  const sources = [...new Set(indicator.plot.points.map(({ source }) => source).filter(Boolean))]
  if (sources.length > 0)
    paragraphs(paper, [`Sources\u202f: ${sources.join('\u202f; ')}.`], MUTED, 9)
}

function listUnder(paper: Paper, title: string, items: string[]) {
  if (items.length === 0) return
  paper.keepTogether(Math.min(300, 40 + items.length * 32))
  heading(paper, 3, title)
  bullets(paper, items)
}

function progressOf({ ratio, progress }: FicheReport['indicators'][number]): string {
  return ratio === null ? progress : `Progression\u202f: ${progress}.`
}
