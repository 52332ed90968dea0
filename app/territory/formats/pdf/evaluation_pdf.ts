import { LocalDate } from '#lib/values'
import { VERDICTS } from '../../rules/indicator_report.js'
import { type EvaluationReport, evaluationTitle } from '../evaluation_report.js'
import { cover } from './cover.js'
import { fichePages } from './fiche_pages.js'
import { type Fonts, MUTED, Paper } from '#lib/paper/paper'
import { heading, paragraphs } from '#lib/paper/prose'
import { runningFeet } from '#lib/paper/running_feet'
import { table } from '#lib/paper/table'

/** The annual evaluation as a PDF to hand to a councillor: cover, essentials, each sheet, what next. */
export async function renderEvaluation(
  report: EvaluationReport,
  style: { accent: string; fonts: Fonts }
): Promise<Buffer> {
  const title = evaluationTitle(report)
  const paper = new Paper({
    ...style,
    title: `${title} — ${report.project}`,
    author: report.territory,
    subject: `${report.project}, ${report.territory}`,
    date: report.frozenOn ?? report.preparedOn,
  })
  cover(paper, report)
  essentials(paper, report)
  for (const axe of report.axes) {
    paper.doc.addPage()
    heading(paper, 1, `Axe ${axe.number}. ${axe.title}`)
    for (const fiche of axe.fiches) fichePages(paper, fiche)
  }
  whatNext(paper, report)
  runningFeet(paper, `${report.territory} · ${title}`)
  return paper.finish()
}

function essentials(paper: Paper, report: EvaluationReport) {
  paper.doc.addPage()
  heading(paper, 1, 'L’essentiel')
  paragraphs(paper, report.presentation)
  paragraphs(paper, [`Étape actuelle du projet\u202f: ${report.step}.`, ...report.summary])
  const fiches = report.axes.flatMap((axe) => axe.fiches)
  heading(paper, 2, 'Les actions')
  table(
    paper,
    [
      { title: 'Action', share: 0.64 },
      { title: 'Statut', share: 0.14 },
      { title: 'Pilote', share: 0.22 },
    ],
    fiches.map((fiche) => [`${fiche.number} ${fiche.title}`, fiche.statut, fiche.pilots])
  )
  const indicators = fiches.flatMap((fiche) => fiche.indicators)
  if (indicators.length === 0) return
  heading(paper, 2, 'Les indicateurs')
  table(
    paper,
    [
      { title: 'Indicateur', share: 0.32 },
      { title: 'Départ', share: 0.2 },
      { title: 'Dernière valeur', share: 0.16 },
      { title: 'Cible', share: 0.18 },
      { title: 'État', share: 0.14 },
    ],
    indicators.map((it) => [
      it.title,
      it.start,
      it.latest,
      it.plot.target?.label ?? 'Sans cible',
      VERDICTS[it.verdict],
    ])
  )
}

function whatNext(paper: Paper, report: EvaluationReport) {
  paper.doc.addPage()
  heading(paper, 1, 'Recommandations')
  if (report.recommendations.length === 0) {
    paragraphs(paper, ['Aucune recommandation n’est inscrite au registre du projet.'])
  } else {
    table(
      paper,
      [
        { title: 'Recommandation', share: 0.5 },
        { title: 'Destinataire', share: 0.2 },
        { title: 'Échéance', share: 0.16 },
        { title: 'Suite donnée', share: 0.14 },
      ],
      report.recommendations.map(({ text, to, due, state }) => [text, to, dueText(due), state])
    )
  }
  heading(paper, 2, 'Comment lire ces chiffres')
  paragraphs(
    paper,
    [
      'La progression compare la dernière valeur à la valeur de départ et à la cible\u202f: 0\u202f% au départ, 100\u202f% à la cible. Elle peut dépasser 100\u202f%.',
      'Un relevé partiel (par exemple de janvier à octobre) est ramené à douze mois pour être comparé à une cible annuelle. Cette estimation est signalée partout où elle sert\u202f; elle ne remplace jamais la valeur relevée.',
      'Ce qui n’est pas mesuré est écrit «\u00a0non mesuré\u00a0», jamais zéro.',
    ],
    MUTED
  )
}

function dueText(due: string): string {
  return LocalDate.tryParse(due)?.toFrench() ?? 'Sans échéance'
}
