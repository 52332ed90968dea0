import { openCsv } from '#lib/sheets/csv'
import { threshold } from '../rules/target.js'
import type { DatedValue, Indicator } from '../rules/indicator.js'
import { baselineOf, isDated } from '../rules/indicator.js'
import { comparable } from '../rules/assessment.js'

/** Columns of etalab's schema impact-service-public-numerique 0.5.0, in its order, and what we put there. */
export const CSV_COLUMNS = [
  { name: 'administration_rattachement', text: 'La collectivité qui conduit le projet.' },
  { name: 'nom_service_public_numerique', text: 'L’action suivie : le titre de sa fiche.' },
  { name: 'indicateur', text: 'Ce qui est compté.' },
  { name: 'valeur', text: 'Le chiffre relevé, avec un point pour les décimales.' },
  { name: 'unite_mesure', text: 'L’unité du chiffre.' },
  {
    name: 'est_cible',
    text: '« true » quand la ligne est un objectif, « false » quand elle est un relevé.',
  },
  { name: 'type_indicateur', text: 'Toujours « usage ».' },
  { name: 'frequence_monitoring', text: 'Toujours « annuelle ».' },
  { name: 'date', text: 'La fin de la période, ou la date du relevé.' },
  { name: 'est_periode', text: '« true » quand le chiffre cumule une période.' },
  { name: 'date_debut', text: 'Le début de cette période.' },
  { name: 'est_automatise', text: 'Toujours « false » : les chiffres sont saisis.' },
  { name: 'source_collecte', text: 'D’où vient le chiffre.' },
  { name: 'denom_insee', text: 'Vide : un projet couvre tout un territoire.' },
  { name: 'code_insee', text: 'Vide, pour la même raison.' },
  { name: 'dataviz_wish', text: 'Toujours « linechart ».' },
  { name: 'commentaires', text: 'Ce que le pilote a précisé.' },
] as const

const COLUMNS = CSV_COLUMNS.map(({ name }) => name)

export interface CsvIndicator {
  /** Title of the sheet that the indicator follows. */
  service: string
  indicator: Indicator
}

/**
 * Indicators as open data: UTF-8, comma, one line a value, targets as lines of their own. Only what
 * was recorded goes out: an estimate is ours, and is not a figure of the administration.
 */
export function indicatorsCsv(administration: string, items: CsvIndicator[]): string {
  const lines = items.flatMap(({ service, indicator }) => {
    const base = {
      administration_rattachement: administration,
      nom_service_public_numerique: service,
    }
    const values = indicator.values
      .filter(isDated)
      .map((value) => ({ ...base, ...valueLine(indicator, value) }))
    return [...values, ...targetLines(indicator).map((line) => ({ ...base, ...line }))]
  })
  const rows = lines.map((line: Partial<Record<string, string>>) =>
    COLUMNS.map((column) => line[column] ?? '')
  )
  return openCsv(COLUMNS, rows)
}

/** The schema wants a date: a start without one is left out, as a target without a year. */
function valueLine(indicator: Indicator, value: DatedValue) {
  return {
    ...common(indicator),
    valeur: String(value.value),
    est_cible: 'false',
    date: String(value.period.to),
    est_periode: indicator.nature === 'flow' ? 'true' : 'false',
    date_debut: indicator.nature === 'flow' ? String(value.period.from) : '',
    source_collecte: value.source ?? 'collecte manuelle',
    commentaires: value.comment ?? '',
  }
}

/** A target without a year cannot be a dated line, so it is left out of the open data. */
function targetLines(indicator: Indicator) {
  const start = baselineOf(indicator)
  const goal =
    indicator.target &&
    threshold(indicator.target, start ? comparable(indicator, start).value : null)
  if (goal === null || indicator.targetYear === null) return []
  const flow = indicator.nature === 'flow'
  return [
    {
      ...common(indicator),
      valeur: String(goal),
      est_cible: 'true',
      date: `${indicator.targetYear}-12-31`,
      est_periode: flow ? 'true' : 'false',
      date_debut: flow ? `${indicator.targetYear}-01-01` : '',
      source_collecte: 'objectif de la fiche action',
      commentaires: indicator.wording ?? '',
    },
  ]
}

function common(indicator: Indicator) {
  return {
    indicateur: indicator.title,
    // The schema asks for « unité » as soon as the title says what is counted.
    unite_mesure: /^nombre /i.test(indicator.title) ? 'unité' : indicator.unit,
    type_indicateur: 'usage',
    frequence_monitoring: 'annuelle',
    est_automatise: 'false',
    dataviz_wish: 'linechart',
  }
}
