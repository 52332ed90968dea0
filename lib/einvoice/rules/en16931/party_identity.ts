import { COUNTRIES } from '../../codes/places.js'
import { path } from '../../model/path.js'
import type { Group } from '../../model/group.js'
import type { Invoice } from '../../model/invoice.js'

/** The identifiers of a seller in UBL. */
export const SELLER_ID = path(
  'Party/PartyIdentification/ID[@schemeID!=SEPA] | Party/PartyLegalEntity/CompanyID | Party/PartyTaxScheme[TaxScheme/ID~VAT]/CompanyID'
)

/** The numbers of VAT that an invoice names. */
export const VAT_NUMBERS = (invoice: Invoice) =>
  invoice.syntax === 'CII'
    ? invoice.named('SpecifiedTaxRegistration').flatMap((node) => path('ID[@schemeID=VA]')(node))
    : invoice
        .named('PartyTaxScheme')
        .filter((node) => path('.[TaxScheme/ID~VAT]')(node).length > 0)
        .map((node) => ({ node, text: path('CompanyID')(node)[0]?.text ?? '' }))

/** Whether a payee has a name or an identifier of the seller; each syntax compares its own terms. */
export function isSeller(payee: Group, invoice: Invoice): boolean {
  const seller = invoice.first('BG-4')
  const written = (group: Group | undefined, term: string) =>
    (group?.found(term) ?? [])
      .filter(({ node }) => node.name !== 'GlobalID')
      .map(({ text }) => text)
  const pairs =
    invoice.syntax === 'CII'
      ? [
          ['BT-59', 'BT-27'],
          ['BT-60', 'BT-29'],
          ['BT-61', 'BT-30'],
        ]
      : [
          ['BT-59', 'BT-28'],
          ['BT-60', 'BT-29'],
        ]
  return pairs.some(([mine, its]) =>
    written(payee, mine).some((text) => written(seller, its).includes(text))
  )
}

/** In UBL the official rule looks the two letters up in the list as in a text, its spaces included. */
export const isLoose = (prefix: string) =>
  prefix === '' ||
  [...COUNTRIES].some(
    (code) =>
      prefix === ` ${code[0]}` ||
      prefix === `${code[1]} ` ||
      prefix === code[0] ||
      prefix === code[1]
  )
