import type { CompanyFacts } from '../../rules/company_facts.js'
import type { Espd, EspdCriterion } from './espd.js'

/** Grounds of exclusion that the law knows (L2141-1 to L2141-10), by their codes in ESPD-EDM. */
const EXCLUSIONS: [code: string, name: string][] = [
  ['crime-org', 'Participation à une organisation criminelle'],
  ['corruption', 'Corruption'],
  ['fraud', 'Fraude'],
  ['terr-offence', 'Infractions terroristes'],
  ['finan-laund', 'Blanchiment de capitaux ou financement du terrorisme'],
  ['human-traffic', 'Traite des êtres humains'],
  ['tax-pay', 'Impôts et taxes impayés'],
  ['socsec-pay', 'Cotisations sociales impayées'],
  ['labour-law', 'Manquement au droit du travail'],
  ['bankruptcy', 'Liquidation judiciaire ou faillite personnelle'],
  ['prof-misconduct', 'Manquement grave lors d’un marché précédent'],
  ['distorsion', 'Entente avec d’autres entreprises'],
  ['partic-confl', 'Conflit d’intérêts'],
  ['misrepresent', 'Influence ou fausses informations'],
]

const criterion = (
  code: string,
  name: string,
  questions: [id: string, description: string, dataType: string][]
): EspdCriterion => ({
  id: `halle-${code}`,
  code,
  name,
  description: name,
  groups: [
    {
      id: `halle-${code}/QG1`,
      type: 'ON*',
      properties: questions.map(([id, description, dataType]) => ({
        id: `halle-${code}/QG1/${id}`,
        ...{ description, dataType, type: 'QUESTION', expected: null },
      })),
      groups: [],
    },
  ],
})

/**
 * What a candidate declares on its honour and says of its means: every ground of exclusion, and the
 * three means that a company writes here once for all; turnover is asked of those years.
 */
export function standardCriteria(years: number[]): EspdCriterion[] {
  const yearly = years.map((year): [string, string, string] => [
    `Q${year}`,
    `Chiffre d’affaires ${year}`,
    'AMOUNT',
  ])
  return [
    ...EXCLUSIONS.map(([code, name]) =>
      criterion(code, name, [['Q1', 'Êtes-vous dans ce cas ?', 'INDICATOR']])
    ),
    ...(yearly.length > 0 ? [criterion('gen-year-to', 'Chiffre d’affaires annuel', yearly)] : []),
    criterion('year-manpower', 'Effectif', [['Q1', 'Nombre de salariés', 'QUANTITY_INTEGER']]),
    criterion('indem-insu', 'Assurance des risques professionnels', [
      ['Q1', 'Assureur et contrat', 'DESCRIPTION'],
    ]),
  ]
}

/** What is asked of a company, and by which request. */
interface Asked {
  /** Of the request of the buyer; empty where there is none. */
  id: string
  title: string
  criteria: EspdCriterion[]
}

/** The DUME of who brings none: what the buyer asks, and what she wrote of her company for answers. */
export function standardEspd(facts: CompanyFacts, { id, title, criteria }: Asked): Espd {
  const answers = Object.fromEntries([
    ...EXCLUSIONS.map(([code]) => [`halle-${code}/QG1/Q1`, String(!facts.isNotExcluded)]),
    ...facts.turnover.map(({ year, amount }) => [`halle-gen-year-to/QG1/Q${year}`, amount]),
    ['halle-year-manpower/QG1/Q1', facts.workforce === null ? '' : String(facts.workforce)],
    ['halle-indem-insu/QG1/Q1', facts.insurer],
  ])
  return { kind: 'response', id, title, criteria, answers }
}
