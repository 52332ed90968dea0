import { LocalDate } from '#lib/values'
import { scheduleCycle } from '../../rules/annual_cycle.js'
import { ETAPE_STATES } from '../../rules/etape.js'
import type { Sheet } from '../../rules/sheet.js'
import { FICHE_SECTIONS, SECTION_CODES, sectionItems } from '../../rules/fiche_sections.js'
import { FICHE_STATUTS } from '../../rules/fiche_statut.js'
import { reportIndicator } from '../../rules/indicator_report.js'
import { HEAD_SECTIONS, factsOf } from '../sheet_facts.js'
import { plotData } from '../plot/plot_data.js'
import { figureHeight, indicatorFigure } from './fiche_pages.js'
import { type Fonts, MUTED, Paper } from '#lib/paper/paper'
import { bullets, facts, heading, paragraphs } from '#lib/paper/prose'
import { runningFeet } from '#lib/paper/running_feet'
import { table } from '#lib/paper/table'

/** A heading of the second level, with the space around it. */
const HEADING_HEIGHT = 50

export interface FichePdfOptions {
  territory: string
  axe: string
  /** ISO day of the rendering: also the year whose cycle is shown. */
  date: string
  accent: string
  fonts: Fonts
}

/** The whole action sheet, every filled section in order, with its steps, figures and origin. */
export async function renderFiche(fiche: Sheet, options: FichePdfOptions): Promise<Buffer> {
  const name = `Fiche action ${fiche.number}`
  const paper = await Paper.blank({
    ...options,
    title: `${name} — ${fiche.title}`,
    author: options.territory,
    subject: options.axe,
  })
  paper.doc.addPage()
  paragraphs(paper, [`${options.territory} · ${options.axe}`], MUTED)
  heading(paper, 1, `${fiche.number} ${fiche.title}`)
  facts(paper, [
    ['Statut', FICHE_STATUTS[fiche.statut].label],
    ['Pilote', fiche.pilots.join(', ') || 'À désigner'],
    ...factsOf(fiche),
  ])
  sections(paper, fiche)
  steps(paper, fiche, Number(options.date.slice(0, 4)))
  indicators(paper, fiche)
  origin(paper, fiche)
  runningFeet(paper, `${options.territory} · ${name}`)
  return paper.finish()
}

function sections(paper: Paper, fiche: Sheet) {
  for (const code of SECTION_CODES.filter((it) => !HEAD_SECTIONS.includes(it))) {
    const items = sectionItems(code, fiche.sections[code] ?? '')
    if (items.length === 0) continue
    heading(paper, 2, FICHE_SECTIONS[code].title)
    if (FICHE_SECTIONS[code].shape === 'list') bullets(paper, items)
    else paragraphs(paper, items)
  }
}

function steps(paper: Paper, fiche: Sheet, year: number) {
  if (fiche.etapes.length === 0) return
  heading(paper, 2, 'Déroulé')
  fiche.etapes.forEach(({ text, state, due }, index) => {
    const standing = state === 'a_faire' ? '' : ` (${ETAPE_STATES[state].label.toLowerCase()})`
    const before = due ? ` Avant ${due.label}.` : ''
    paragraphs(paper, [`Étape ${index + 1}${standing}\u202f: ${text}${before}`])
  })
  if (!fiche.recurrence) return
  paragraphs(paper, fiche.recurrence.text.split('\n'))
  heading(paper, 3, `Le cycle ${year}`)
  const french = (day: LocalDate) => day.toFrench()
  table(
    paper,
    [
      { title: 'Étape', share: 0.3 },
      { title: 'Du', share: 0.35 },
      { title: 'Au', share: 0.35 },
    ],
    scheduleCycle(fiche.recurrence.cycle, year).map(({ etape, from, due }) => [
      `Étape ${etape}`,
      french(from),
      french(due),
    ])
  )
}

function indicators(paper: Paper, fiche: Sheet) {
  if (fiche.indicators.length === 0) return
  const figures = fiche.indicators.map((indicator) => ({
    title: indicator.title,
    wording: indicator.wording,
    ...reportIndicator(indicator),
    plot: plotData(indicator),
  }))
  // Never alone at the foot of a page: its first figure is under it.
  paper.keepTogether(HEADING_HEIGHT + figureHeight(paper, figures[0]))
  heading(paper, 2, fiche.indicatorsNote ?? 'Indicateurs')
  for (const figure of figures) indicatorFigure(paper, figure)
}

function origin(paper: Paper, { origin: document, publication }: Sheet) {
  const lines = document ? [`Document d’origine\u202f: ${document}.`] : []
  if (publication) {
    const { publishedOn, editedOn, author, place } = publication
    lines.push(
      `Publiée le ${LocalDate.parse(publishedOn).toFrench()}, dernière édition le ` +
        `${LocalDate.parse(editedOn).toFrench()}, par ${author}, ${place}.`
    )
  }
  paragraphs(paper, lines, MUTED, 9)
}
