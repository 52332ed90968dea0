import { carbonLabel } from '../rules/carbon_impact.js'
import { costLabel } from '../rules/cost.js'
import { ETAPE_STATES } from '../rules/etape.js'
import { FICHE_SECTIONS, SECTION_CODES } from '../rules/fiche_sections.js'
import { FICHE_STATUTS } from '../rules/fiche_statut.js'
import { fundingLabel } from '../rules/funding.js'
import { VALUE_KIND_LABELS } from '../rules/indicator.js'
import { targetText } from '../rules/target.js'
import type { Sheet } from '../rules/sheet.js'
import type { SpreadsheetTable } from '#lib/sheets/spreadsheet'

/** A sheet under its axe, in the words of the programme. */
export interface SheetOfAxe {
  axe: string
  sheet: Sheet
}

type Column = [title: string, of: (one: SheetOfAxe) => string]

const COLUMNS: Column[] = [
  ['Axe', ({ axe }) => axe],
  ['Numéro', ({ sheet }) => sheet.number],
  ['Titre', ({ sheet }) => sheet.title],
  ['Statut', ({ sheet }) => FICHE_STATUTS[sheet.statut].label],
  ['Pilotes', ({ sheet }) => sheet.pilots.join('\n')],
  [
    'Échéance',
    ({ sheet: { echeance } }) => `${echeance?.label ?? ''} ${echeance?.about ?? ''}`.trim(),
  ],
  ['Coûts', ({ sheet }) => sheet.costs.map(costLabel).join('\n')],
  ['Financement', ({ sheet }) => sheet.funding.map(fundingLabel).join('\n')],
  ['Étapes', ({ sheet }) => sheet.etapes.map(etapeLine).join('\n')],
  ['Récurrence', ({ sheet }) => sheet.recurrence?.text ?? ''],
  ['Impact carbone', ({ sheet }) => carbonLabel(sheet.carbon)],
  ...SECTION_CODES.map((code): Column => [
    FICHE_SECTIONS[code].title,
    ({ sheet }) => sheet.sections[code] ?? '',
  ]),
  ['Document d’origine', ({ sheet }) => sheet.origin ?? ''],
]

/** Every sheet of a project, one a line, all that is written on it. */
export function sheetsTable(sheets: SheetOfAxe[]): SpreadsheetTable {
  return {
    name: 'Fiches',
    columns: COLUMNS.map(([title]) => title),
    rows: sheets.map((one) => COLUMNS.map(([, of]) => of(one))),
  }
}

/** Every figure of a project, one a line: only what was recorded, never an estimate. */
export function valuesTable(sheets: SheetOfAxe[]): SpreadsheetTable {
  const rows = sheets.flatMap(({ sheet }) =>
    sheet.indicators.flatMap((indicator) =>
      indicator.values.map(({ kind, value, period, source, comment }) => [
        sheet.number,
        sheet.title,
        indicator.title,
        indicator.unit,
        indicator.nature === 'flow' ? 'cumul de la période' : 'relevé à la date de fin',
        VALUE_KIND_LABELS[kind],
        period ? String(period.from) : '',
        period ? String(period.to) : '',
        value,
        source,
        comment,
        indicator.target ? targetText(indicator.target) : '',
        indicator.targetYear,
      ])
    )
  )
  return { name: 'Valeurs', columns: VALUE_COLUMNS, rows }
}

const VALUE_COLUMNS = [
  'Fiche',
  'Action',
  'Indicateur',
  'Unité',
  'Comptage',
  'Nature',
  'Du',
  'Au',
  'Valeur',
  'Source',
  'Commentaire',
  'Cible',
  'Année de la cible',
]

function etapeLine({ text, state, due }: Sheet['etapes'][number], index: number): string {
  const before = due ? `, avant ${due.label}` : ''
  return `${index + 1}. ${text} (${ETAPE_STATES[state].label.toLowerCase()}${before})`
}
