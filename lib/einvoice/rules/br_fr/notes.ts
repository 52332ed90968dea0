import type { Invoice } from '../../model/invoice.js'
import { at, only, whole, type Rule } from '../rule.js'
import { TREATMENTS } from './formats.js'

/** The notes of UBL one after the other: a subject stands between two signs # (annex A, BT-21). */
const joined = (invoice: Invoice) =>
  invoice
    .every('BG-1')
    .map((note) => note.text('BT-22'))
    .join('')

/** What the notes of a subject say; UBL has no place for a subject, but for `#PMT#text`. */
export function notesOn(invoice: Invoice, subject: string): string[] {
  if (invoice.syntax === 'CII') {
    return invoice
      .every('BG-1')
      .filter((note) => note.texts('BT-21').includes(subject))
      .map((note) => note.text('BT-22') ?? '')
  }
  const [, ...texts] = joined(invoice).split(`#${subject}#`)
  return texts.map((text) => text.split('#')[0])
}

/** How the invoice is treated (BAR): the first note in UBL, any of them in CII. */
export const treatments = (invoice: Invoice) =>
  invoice.syntax === 'CII' ? notesOn(invoice, 'BAR') : notesOn(invoice, 'BAR').slice(0, 1)

const SAYS: Record<string, string> = {
  PMT: 'l’indemnité forfaitaire de 40 € pour frais de recouvrement',
  PMD: 'les pénalités de retard',
  AAB: 'l’escompte, ou son absence',
  TXD: 'le membre d’un assujetti unique',
}

/** The same rule under the identifier that each syntax gives it. */
function bySyntax(
  [cii, ubl]: [string, string],
  term: string,
  mend: string,
  holds: (invoice: Invoice) => boolean
): Rule[] {
  return [
    ...only('CII', [whole(cii, term, mend, holds)]),
    ...only('UBL', [whole(ubl, term, mend, holds)]),
  ]
}

/** In CII the rule stands on the element of the document, which a fragment may lack. */
const isSaid = ({ syntax, node }: Invoice) =>
  syntax === 'UBL' || node.children.some(({ name }) => name === 'ExchangedDocument')

const NEEDED = ['PMT', 'PMD', 'AAB']

/** The notes that French law asks for (C. com. L441-9 and L441-10), and how the invoice is treated. */
export const NOTES: Rule[] = [
  ...NEEDED.flatMap((subject, index) =>
    bySyntax(
      [`BR-FR-05_BT-22_${subject}`, `BR-FR-05_BT-22-${index + 1}`],
      'BT-22',
      `Ajoutez une note (BT-22) sous le code ${subject} (BT-21), qui dit ${SAYS[subject]}.`,
      (invoice) => !isSaid(invoice) || notesOn(invoice, subject).length > 0
    )
  ),
  ...[...NEEDED, 'TXD'].flatMap((subject, index) =>
    bySyntax(
      [`BR-FR-06_BT-21_${subject}`, `BR-FR-06_BT-21-${index + 1}`],
      'BT-21',
      `Gardez une seule note sous le code ${subject} (BT-21).`,
      (invoice) => notesOn(invoice, subject).length <= 1
    )
  ),
  ...only('CII', [
    at(
      (invoice) =>
        invoice
          .every('BG-1')
          .filter((note) => note.texts('BT-21').includes('BAR'))
          .map(({ node }) => ({ node, text: '' })),
      'BR-FR-20_BT-21',
      'BT-22',
      `Écrivez sous le code BAR l’un de ces mots : ${TREATMENTS.join(', ')}.`,
      ({ node }) =>
        node.children.some((child) => child.name === 'Content' && TREATMENTS.includes(child.text))
    ),
  ]),
  ...only('UBL', [
    whole(
      'BR-FR-20_BT-21',
      'BT-22',
      `Écrivez après #BAR# l’un de ces mots : ${TREATMENTS.join(', ')}.`,
      (invoice) => treatments(invoice).every((word) => word === '' || TREATMENTS.includes(word))
    ),
  ]),
  ...bySyntax(
    ['BR-FR-31_BT-21', 'BR-FR-30_BT-21'],
    'BT-21',
    'Gardez une seule note sous le code BAR (BT-21).',
    (invoice) =>
      notesOn(invoice, 'BAR').filter((word) => TREATMENTS.includes(word.trim())).length <= 1
  ),
]
