import { Iban } from '#lib/values'
import type { Found } from '../model/path.js'
import { at, type Rule, type Verdict } from './rule.js'

/** An identifier whose key is reckoned again. */
export const keyed = (
  group: string,
  term: string,
  scheme: string,
  id: string,
  words: string,
  isGood: (text: string) => boolean
): Rule =>
  at(
    (invoice) =>
      invoice
        .every(group)
        .flatMap((one) => one.found(term))
        .filter((found: Found) => found.node.attributes.schemeID === scheme),
    id,
    term,
    `Vérifiez ${words} (${term}) : sa clé ne correspond pas à ses chiffres.`,
    ({ text }) => isGood(text)
  )

/** A French number of VAT: its key is of the SIREN that follows (CGI, annexe IV, art. 121 D). */
function isVatKey(text: string): boolean {
  const [, key, siren] = /^FR(\d{2})(\d{9})$/.exec(text.replace(/\s/g, '')) ?? []
  return siren === undefined || Number(key) === (12 + 3 * (Number(siren) % 97)) % 97
}

/** Numbers of VAT, whose key is of their SIREN. */
export const vat = (group: string, term: string): Rule =>
  at(
    (invoice) => invoice.every(group).flatMap((one) => one.found(term)),
    'ADV-VAT-KEY',
    term,
    `Vérifiez le numéro de TVA (${term}) : sa clé ne correspond pas au SIREN.`,
    ({ text }) => isVatKey(text)
  )

/** Whether an account has the key of its digits. */
export const ibans = (found: Found): Verdict =>
  !/^[A-Z]{2}\d{2}/.test(found.text.trim()) || Iban.tryParse(found.text) !== null
