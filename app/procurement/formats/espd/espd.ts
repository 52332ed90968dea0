/** A question or a requirement of a criterion (ESPD-EDM 4.1.0, TenderingCriterionProperty). */
export interface EspdProperty {
  id: string
  description: string
  /** CAPTION, REQUIREMENT or QUESTION: a QUESTION alone is answered. */
  type: string
  /** INDICATOR, DESCRIPTION, AMOUNT… */
  dataType: string
  /** What the buyer requires, under the element that says it. */
  expected: { element: string; value: string; currency: string | null } | null
}

/** Properties that are asked together: always, or after a yes (ONTRUE) or a no (ONFALSE). */
export interface EspdGroup {
  id: string
  type: string
  properties: EspdProperty[]
  groups: EspdGroup[]
}

export interface EspdCriterion {
  id: string
  /** `crime-org`, `gen-year-to`… */
  code: string
  name: string
  description: string
  groups: EspdGroup[]
}

/** What a company was asked, and what it answered: property -> value, as the element holds it. */
export interface Espd {
  kind: 'request' | 'response'
  /** Of the request. */
  id: string
  title: string
  criteria: EspdCriterion[]
  answers: Record<string, string>
}

interface Answerable {
  /** The element of ResponseValue. */
  element: string
  pattern: RegExp
  hint: string
}

const NUMBER = {
  element: 'ResponseQuantity',
  pattern: /^-?\d{1,15}(\.\d{1,4})?$/,
  hint: 'un nombre',
}
const WHOLE = { ...NUMBER, pattern: /^\d{1,15}$/, hint: 'un nombre entier' }
const TEXT = { element: 'Description', pattern: /^[\s\S]{1,4000}$/, hint: 'un texte' }

/** What a form asks for, and the file says; the other types name files and lots, which a pli has otherwise. */
export const ANSWERABLE: Record<string, Answerable> = {
  INDICATOR: { element: 'ResponseIndicator', pattern: /^(true|false)$/, hint: 'oui ou non' },
  DESCRIPTION: TEXT,
  DATE: { element: 'ResponseDate', pattern: /^\d{4}-\d{2}-\d{2}$/, hint: 'une date, 2026-11-30' },
  AMOUNT: { ...NUMBER, element: 'ResponseAmount', hint: 'un montant en euros' },
  QUANTITY: NUMBER,
  QUANTITY_INTEGER: WHOLE,
  QUANTITY_YEAR: { ...WHOLE, pattern: /^\d{4}$/, hint: 'une année' },
  PERCENTAGE: { ...NUMBER, element: 'ResponseNumeric', hint: 'un pourcentage' },
  URL: { element: 'ResponseURI', pattern: /^https?:\/\/\S{1,500}$/, hint: 'une adresse https' },
}

/** The questions of a criterion that a form asks, in their order. */
export const questionsOf = ({ groups }: EspdCriterion): EspdProperty[] => groups.flatMap(within)

const within = ({ properties, groups }: EspdGroup): EspdProperty[] => [
  ...properties.filter(({ type, dataType }) => type === 'QUESTION' && dataType in ANSWERABLE),
  ...groups.flatMap(within),
]

/** Every answer that is not of its type: the question, and what it wants. */
export function wrongAnswers(criteria: EspdCriterion[], answers: Record<string, string>) {
  return criteria.flatMap(questionsOf).flatMap(({ id, dataType }) => {
    const { pattern, hint } = ANSWERABLE[dataType]
    return answers[id] && !pattern.test(answers[id]) ? [{ id, hint }] : []
  })
}
