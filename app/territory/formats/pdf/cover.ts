import { LocalDate } from '#lib/values'
import { type EvaluationReport, evaluationTitle } from '../evaluation_report.js'
import { INK, MARGIN, MUTED, type Paper, typeset } from '#lib/paper/paper'

const BAND = 232

/** The first page: whose evaluation, of which year, and where the figures stand. */
export function cover(paper: Paper, report: EvaluationReport) {
  const { doc } = paper
  doc.addPage()
  paper.ornament(() => {
    doc.rect(0, 0, doc.page.width, BAND).fill(paper.accent)
    doc.rect(0, BAND, doc.page.width, 5).fill(INK)
  })
  line(paper, 'P', 'regular', 13, 'white', report.territory, 84)
  line(paper, 'H1', 'bold', 34, 'white', evaluationTitle(report), 112)
  line(paper, 'P', 'regular', 15, 'white', report.project, 164)
  doc.y = BAND + 64
  for (const sentence of report.summary.slice(0, 2)) {
    line(paper, 'P', 'regular', 14, INK, sentence, doc.y, 5)
    doc.y += 12
  }
  tally(paper, report)
  line(paper, 'P', 'regular', 10, MUTED, datesOf(report), doc.page.height - 118)
}

function tally(paper: Paper, report: EvaluationReport) {
  const { doc } = paper
  const fiches = report.axes.flatMap((axe) => axe.fiches)
  const indicators = fiches.flatMap((fiche) => fiche.indicators)
  const boxes: [string, string][] = [
    [String(report.axes.length), 'axes'],
    [String(fiches.length), 'actions'],
    [String(indicators.length), 'indicateurs'],
    [String(indicators.filter((it) => it.verdict === 'reached').length), 'cibles atteintes'],
  ]
  const top = doc.y + 28
  boxes.forEach(([figure, name], index) => {
    const x = MARGIN + (index * paper.width) / 4
    paper.ornament(() => doc.rect(x, top, 28, 3).fill(paper.accent))
    paper.tag('P', () => {
      paper.font('bold', 30, INK).text(figure, x, top + 12, { width: 110 })
      paper.font('regular', 11, MUTED).text(name, x, top + 50, { width: 110 })
    })
  })
  doc.x = MARGIN
}

function line(
  paper: Paper,
  tag: string,
  weight: 'regular' | 'bold',
  size: number,
  color: string,
  text: string,
  y: number,
  lineGap = 2
) {
  paper.tag(tag, () => {
    paper.font(weight, size, color).text(typeset(text), MARGIN, y, { width: paper.width, lineGap })
  })
}

function datesOf({ preparedOn, preparedBy, frozenOn }: EvaluationReport): string {
  const prepared = `Préparée par ${preparedBy} le ${LocalDate.parse(preparedOn).toFrench()}.`
  if (!frozenOn) return `${prepared} Document de travail, non arrêté.`
  return `${prepared} Arrêtée le ${LocalDate.parse(frozenOn).toFrench()}.`
}
