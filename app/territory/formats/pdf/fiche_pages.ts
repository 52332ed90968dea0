import { VERDICTS } from '../../rules/indicator_report.js'
import type { FicheReport } from '../evaluation_report.js'
import { plotTable } from '../plot/plot_data.js'
import { MUTED, type Paper } from './paper.js'
import { plot } from './plot.js'
import { bullets, facts, heading, paragraphs } from './prose.js'
import { table } from './table.js'

/** A sheet in the evaluation: what it is, its figures, what went well, what did not, what next. */
export function fichePages(paper: Paper, fiche: FicheReport) {
  heading(paper, 2, `${fiche.number} ${fiche.title}`)
  facts(paper, [['Statut', fiche.statut], ['Pilote', fiche.pilots], ...fiche.facts])
  paragraphs(paper, fiche.description)
  for (const indicator of fiche.indicators) indicatorFigure(paper, indicator)
  listUnder(paper, 'Résultats', fiche.results)
  listUnder(paper, 'Bénéfices', fiche.benefits)
  listUnder(paper, 'Forces', fiche.strengths)
  listUnder(paper, 'Faiblesses', fiche.weaknesses)
  if (fiche.advice.length > 0) {
    heading(paper, 3, 'Recommandations tirées de l’action')
    paragraphs(paper, fiche.advice)
  }
}

/** An indicator at its least: its sentence, its plot, and the first rows of its table. */
export const FIGURE_HEIGHT = 320

/** An indicator with its sentence, its plot and its table, on one page whenever they fit. */
export function indicatorFigure(paper: Paper, indicator: FicheReport['indicators'][number]) {
  paper.keepTogether(FIGURE_HEIGHT)
  heading(paper, 3, indicator.title)
  const target = indicator.plot.target ? ` Cible\u202f: ${indicator.plot.target.label}.` : ''
  const trend = indicator.trend ? ` ${indicator.trend}.` : ''
  paragraphs(paper, [
    `${VERDICTS[indicator.verdict]}. Départ\u202f: ${indicator.start}. ` +
      `Dernière valeur\u202f: ${indicator.latest}.${trend}${target} ${progressOf(indicator)}`,
  ])
  plot(paper, indicator.plot)
  table(
    paper,
    [
      { title: 'Période', share: 0.24 },
      { title: 'Nature', share: 0.21 },
      { title: `Valeur (${indicator.plot.unit})`, share: 0.21, align: 'right' },
      { title: 'Source', share: 0.34 },
    ],
    plotTable(indicator.plot).map(({ period, kind, value, source }) => [
      period,
      kind,
      value,
      source,
    ])
  )
  paragraphs(paper, indicator.notes, MUTED, 9)
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
