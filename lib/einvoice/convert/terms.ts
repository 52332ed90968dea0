import type { Syntax } from '../model/invoice.js'

/** What a term carries besides its text: who gives an identifier, which list has a code, a unit. */
export type Attributes = Readonly<Record<string, string>>

export interface Term {
  name: string
  text: string
  attributes: Attributes
}

/** The terms of a group and its own groups, the same whatever the syntax they came from. */
export interface Terms {
  name: string
  terms: Term[]
  groups: Terms[]
}

/** Attributes that mean something; the others are how one syntax writes. */
export const MEANING = ['schemeID', 'listID', 'listVersionID', 'mimeCode', 'filename', 'unitCode']

/** Terms that hold a day, which CII writes AAAAMMJJ and UBL AAAA-MM-JJ. */
const DAYS = new Set(
  'BT-2 BT-7 BT-9 BT-26 BT-72 BT-73 BT-74 BT-134 BT-135 EXT-FR-FE-138 EXT-FR-FE-158'.split(' ')
)

/** Whether a term holds a day. */
export const isDay = (name: string) => DAYS.has(name)

/** UNTDID 2475 in CII, 2005 in UBL: when VAT is owed (BT-8). */
export const TAX_POINTS: Record<string, string> = { 5: '3', 29: '35', 72: '432' }

/** A term that no syntax has written yet. */
export const term = (name: string, text: string, attributes: Attributes = {}): Term => ({
  name,
  text,
  attributes,
})

/** The first term of that name in a group. */
export const first = (group: Terms, name: string): Term | undefined =>
  group.terms.find((one) => one.name === name)
/** The groups of that name in a group. */
export const all = (group: Terms, name: string): Terms[] =>
  group.groups.filter((one) => one.name === name)

/** Takes a term out of a group. */
export function take(group: Terms, name: string): Term[] {
  const taken = group.terms.filter((one) => one.name === name)
  if (taken.length > 0) group.terms = group.terms.filter((one) => one.name !== name)
  return taken
}

/** The two syntaxes that an invoice is written in. */
export type Target = Extract<Syntax, 'CII' | 'UBL'>
