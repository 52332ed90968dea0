import type { LocalDate } from '#lib/values'
import { stepsUnderWay } from '../rules/annual_cycle.js'
import {
  FICHE_SECTIONS,
  SECTION_CODES,
  type SectionCode,
  sectionItems,
} from '../rules/fiche_sections.js'
import {
  FICHE_STATUTS,
  type FicheStatut,
  PUBLIC_LEGEND,
  PUBLIC_STATUTS,
  type PublicStatut,
  publicStatut,
} from '../rules/fiche_statut.js'
import { IN_FRENCH } from '../rules/says_dates.js'
import type { Sheet } from '../rules/sheet.js'
import { HEAD_SECTIONS, factsOf } from './sheet_facts.js'
import { indicatorFigure } from './indicator_figure.js'
import { sheetSteps } from './sheet_steps.js'

const MEANINGS: Record<FicheStatut, string> = {
  a_venir: 'waiting',
  a_discuter: 'waiting',
  en_cours: 'doing',
  en_pause: 'waiting',
  bloque: 'trouble',
  en_retard: 'trouble',
  realise: 'done',
  abandonne: 'plain',
}

export interface SectionView {
  code: SectionCode
  title: string
  shape: 'text' | 'list'
  items: string[]
}

/** The state of an action as the agents read it. */
export function statutState(statut: FicheStatut) {
  return { label: FICHE_STATUTS[statut].label, meaning: MEANINGS[statut] }
}

/** The state of an action in the words of the public legend. */
export function publicState(statut: FicheStatut) {
  return legendEntry(publicStatut(statut))
}

/** The three words of the public card, always shown together. */
export const legend = PUBLIC_LEGEND.map(legendEntry)

function legendEntry(told: PublicStatut) {
  const meaning = { prevue: 'waiting', en_cours: 'doing', realisee: 'done', abandonnee: 'plain' }[
    told
  ]
  return { label: PUBLIC_STATUTS[told], meaning }
}

/** A sheet ready for a page: its short facts, its sections, its steps and their dates as its reader says them. */
export function sheetPage(sheet: Sheet, today: LocalDate, says = IN_FRENCH) {
  const turns = sheet.recurrence?.cycle ?? []
  const sections = SECTION_CODES.map((code): SectionView => {
    const { title, shape } = FICHE_SECTIONS[code]
    return { code, title, shape, items: sectionItems(code, sheet.sections[code] ?? '') }
  })
  const etapes = sheetSteps(sheet, today, says)
  const body = sections.filter(
    ({ code, items }) => items.length > 0 && !HEAD_SECTIONS.includes(code)
  )
  return {
    number: sheet.number,
    title: sheet.title,
    pilots: sheet.pilots,
    state: statutState(sheet.statut),
    publicState: publicState(sheet.statut),
    facts: factsOf(sheet, says).map(([name, value]) => ({
      name,
      value: value.replaceAll('\n', '\u202f; '),
    })),
    /** What is left to read once the head is read. */
    body,
    groups: groupsOf(body),
    /** What the head already says. */
    head: sections.filter(({ code, items }) => items.length > 0 && HEAD_SECTIONS.includes(code)),
    empty: sections.filter((section) => section.items.length === 0),
    etapes,
    nextStep: etapes.find(({ state }) => state.meaning !== 'done') ?? null,
    recurrence: sheet.recurrence?.text.split('\n') ?? [],
    underWay: stepsUnderWay(turns, today).map(
      ({ etape, cycle }) => `étape ${etape} du cycle ${cycle}`
    ),
    indicatorsNote: sheet.indicatorsNote,
    figures: sheet.indicators.map((one) => indicatorFigure(one, says)),
    origin: sheet.origin,
    publication: sheet.publication,
  }
}

const GROUPS = {
  presentation: 'L’action en détail',
  organisation: 'Organisation et moyens',
  evaluation: 'Effets et bilan',
}

/** The texts of a sheet under three heads, those without any text left out. */
function groupsOf(sections: SectionView[]) {
  const groups = Object.entries(GROUPS).map(([group, title]) => {
    return {
      id: group,
      title,
      sections: sections.filter(({ code }) => FICHE_SECTIONS[code].group === group),
    }
  })
  return groups.filter((group) => group.sections.length > 0)
}
