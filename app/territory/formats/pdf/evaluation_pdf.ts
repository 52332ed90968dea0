import { LocalDate } from '#lib/values'
import { VERDICTS } from '../../rules/indicator_report.js'
import { type EvaluationReport, evaluationTitle } from '../evaluation_report.js'
import { type Entry, contents } from './contents.js'
import { cover } from './cover.js'
import { fichePages } from './fiche_pages.js'
import { type Fonts, MUTED, Paper } from '#lib/paper/paper'
import { heading, paragraphs } from '#lib/paper/prose'
import { runningFeet } from '#lib/paper/running_feet'
import { table } from '#lib/paper/table'

interface Style {
  accent: string
  fonts: Fonts
}

/**
 * The annual evaluation as a PDF to hand to a councillor: cover, contents, essentials, what changed, each sheet, what next.
 * It is set twice: the numbers of the contents are known once everything has its page.
 */
export async function renderEvaluation(report: EvaluationReport, style: Style): Promise<Buffer> {
  const draft = await setEvaluation(report, style, [])
  await draft.paper.finish()
  // The contents push what follows: the second setting has the right length, the third the right numbers.
  const second = await setEvaluation(report, style, draft.entries)
  await second.paper.finish()
  const last = await setEvaluation(report, style, second.entries)
  return last.paper.finish()
}

async function setEvaluation(report: EvaluationReport, style: Style, known: Entry[]) {
  const title = evaluationTitle(report)
  const paper = await Paper.blank({
    ...style,
    title: `${title} — ${report.project}`,
    author: report.territory,
    subject: `${report.project}, ${report.territory}`,
    date: report.frozenOn ?? report.preparedOn,
  })
  const entries: Entry[] = []
  const enter = (level: Entry['level'], words: string) => {
    entries.push({ level, title: words, page: paper.doc.bufferedPageRange().count })
  }
  cover(paper, report)
  paper.doc.addPage()
  contents(paper, known)
  essentials(paper, report, () => enter(1, 'L’essentiel'))
  if (report.since) changes(paper, report.since, enter)
  for (const axe of report.axes) {
    const name = `Axe ${axe.number}. ${axe.title}`
    heading(paper, 1, name)
    enter(1, name)
    for (const fiche of axe.fiches) {
      fichePages(paper, fiche, () => enter(2, `${fiche.number} ${fiche.title}`))
    }
  }
  whatNext(paper, report, enter)
  runningFeet(paper, `${report.territory} · ${title}`)
  return { paper, entries }
}

function changes(
  paper: Paper,
  { year, changes: lines }: NonNullable<EvaluationReport['since']>,
  enter: (level: 1, title: string) => void
) {
  const title = `Depuis l’évaluation ${year}`
  heading(paper, 1, title)
  enter(1, title)
  if (lines.length === 0) {
    paragraphs(paper, ['Ni statut ni valeur n’ont changé.'])
    return
  }
  table(
    paper,
    [
      { title: 'Action ou indicateur', share: 0.5 },
      { title: `En ${year}`, share: 0.25 },
      { title: 'Aujourd’hui', share: 0.25 },
    ],
    lines.map(({ what, before, now }) => [what, before, now])
  )
}

function essentials(paper: Paper, report: EvaluationReport, entered: () => void) {
  heading(paper, 1, 'L’essentiel')
  entered()
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

function whatNext(
  paper: Paper,
  report: EvaluationReport,
  enter: (level: 1, title: string) => void
) {
  heading(paper, 1, 'Recommandations')
  enter(1, 'Recommandations')
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
  // Whole, rather than a last page of one line.
  paper.keepTogether(170)
  heading(paper, 2, 'Comment lire ces chiffres')
  paragraphs(
    paper,
    [
      'La progression compare la dernière valeur à la valeur de départ et à la cible\u202f: 0\u202f% au départ, 100\u202f% à la cible. Elle peut dépasser 100\u202f%.',
      'Un relevé partiel (par exemple de janvier à octobre) est ramené à douze mois pour être comparé à une cible annuelle. Cette estimation est signalée partout où elle sert\u202f; elle ne remplace jamais la valeur relevée.',
      'Ce qui n’est pas mesuré est écrit «\u00a0non mesuré\u00a0», jamais zéro.',
    ],
    MUTED,
    9
  )
}

function dueText(due: string): string {
  return LocalDate.tryParse(due)?.toFrench() ?? 'Sans échéance'
}
