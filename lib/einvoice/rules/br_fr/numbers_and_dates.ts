import { at, only, type Rule } from '../rule.js'
import { DOCUMENT_TYPES, isDay, isIdentifier } from './formats.js'
import { terms } from './terms.js'

const NUMBERS: [term: string, way: string[], words: string][] = [
  ['BT-1', [], 'Le numéro de la facture'],
  ['BT-25', ['BG-3'], 'Le numéro de la facture antérieure'],
  ['EXT-FR-FE-136', ['BG-25', 'EXT-FR-FE-BG-06'], 'Le numéro de la facture antérieure de la ligne'],
]

/** Numbers of invoices. */
export const numbers = NUMBERS.flatMap(([term, way, words]): Rule[] => {
  const find = terms(term, ...way)
  const short = `${words} (${term}) ne dépasse pas 35 signes : raccourcissez-le.`
  const plain = `${words} (${term}) n’a que des lettres, des chiffres et les signes + - _ /, sans espace : corrigez-le.`
  const isShort = ({ text }: { text: string }) => [...text].length <= 35
  const isPlain = ({ text }: { text: string }) => isIdentifier(text)
  return [
    ...only('CII', [
      at(find, `BR-FR-01_${term}`, term, short, isShort),
      at(find, `BR-FR-02_${term}`, term, plain, isPlain),
    ]),
    ...only('UBL', [
      at(find, `BR-FR-01_${term}-1`, term, short, isShort),
      at(find, `BR-FR-01_${term}-2`, term, plain, isPlain),
      at(find, `BR-FR-02_${term}`, term, plain, isPlain),
    ]),
  ]
})

/** The dates of an invoice; in CII the period of a line has got the number of an extension. */
const DATES: [term: string, way: string[], id?: string][] = [
  ['BT-2', []],
  ['BT-7', []],
  ['BT-9', []],
  ['BT-26', ['BG-3']],
  ['BT-72', ['BG-13']],
  ['BT-73', ['BG-14']],
  ['BT-74', ['BG-14']],
  ['EXT-FR-FE-138', ['BG-25', 'EXT-FR-FE-BG-06']],
  ['EXT-FR-FE-158', ['BG-25']],
  ['BT-134', ['BG-25', 'BG-26'], 'EXT-FR-FE-134'],
  ['BT-135', ['BG-25', 'BG-26'], 'EXT-FR-FE-135'],
]

/** Dates. */
export const dates = DATES.flatMap(([term, way, id = term]) => {
  const judge = (name: string, mend: string, syntax: 'CII' | 'UBL') =>
    only(syntax, [
      at(terms(term, ...way), `BR-FR-03_${name}`, term, mend, ({ text }) => {
        if (isDay(text, syntax)) return true
        return isDay(text.trim(), syntax)
          ? `Retirez les espaces qui entourent cette date (${term}) : écrivez « ${text.trim()} ».`
          : false
      }),
    ])
  const says = (shape: string) => `Écrivez cette date (${term}) ${shape}, entre 2000 et 2099.`
  return [...judge(id, says('AAAAMMJJ'), 'CII'), ...judge(term, says('AAAA-MM-JJ'), 'UBL')]
})

const TYPES: [term: string, way: string[]][] = [
  ['BT-3', []],
  ['EXT-FR-FE-02', ['BG-3']],
  ['EXT-FR-FE-137', ['BG-25', 'EXT-FR-FE-BG-06']],
]

/** Types of documents. */
export const types = TYPES.map(([term, way]) =>
  at(
    terms(term, ...way),
    `BR-FR-04_${term}`,
    term,
    `Prenez un type de document admis en France (${term}) : ${DOCUMENT_TYPES.join(', ')}.`,
    ({ text }) => DOCUMENT_TYPES.includes(text)
  )
)
