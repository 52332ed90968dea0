import type { XmlNode } from '#lib/xml/tree/element'
import type { SetName } from '../check/profile.js'

/** The official sheets that an invoice, or a message about one, may be judged by. */
export const SHEETS = {
  'en-cii': 'en16931',
  'en-ubl': 'en16931',
  'ext-cii': 'extended-ctc-fr',
  'ext-ubl': 'extended-ctc-fr',
  'br-cii': 'br-fr',
  'br-ubl': 'br-fr',
  'cdar': 'cdar',
  'fx-bwl': 'factur-x',
  'fx-en': 'factur-x',
  'fx-ext': 'factur-x',
} as const satisfies Record<string, SetName>

export type SheetName = keyof typeof SHEETS

/**
 * Which official sheet a Schematron file is, by what it says of itself; null for another one, and for
 * a twin whose rules are all warnings, which served before they were law.
 */
export function kindOfSheet(root: XmlNode, path: string): SheetName | null {
  if (root.name !== 'schema') return null
  const title = root.children.find(({ name }) => name === 'title')?.text ?? ''
  const level = /Factur-X[^]*?(BASIC without Lines|EXTENDED|COMPLIANT \(FULLY\))/.exec(title)?.[1]
  if (level) return LEVELS[level]
  const asserted = assertions(root)
  if (asserted.length > 0 && asserted.every(isWarning)) return null
  const ids = asserted.map(({ attributes }) => attributes.id ?? '')
  const syntax = declares(root, 'urn:oasis:names:specification:ubl') ? 'ubl' : 'cii'
  if (ids.some((id) => id.startsWith('BR-FR-CDV'))) return 'cdar'
  if (ids.some((id) => /^BR-FR-\d/.test(id))) return `br-${syntax}`
  if (!/EN16931\s+model bound to/.test(title)) return null
  return /extended/i.test(path) ? `ext-${syntax}` : `en-${syntax}`
}

const LEVELS: Record<string, SheetName> = {
  'BASIC without Lines': 'fx-bwl',
  'COMPLIANT (FULLY)': 'fx-en',
  'EXTENDED': 'fx-ext',
}

const isWarning = ({ attributes }: XmlNode) =>
  /^warn/i.test(attributes.flag ?? attributes.role ?? '')

const assertions = (root: XmlNode) =>
  root.children
    .filter(({ name }) => name === 'pattern')
    .flatMap(({ children }) => children.filter(({ name }) => name === 'rule'))
    .flatMap(({ children }) => children.filter(({ name }) => name === 'assert'))

const declares = (root: XmlNode, beginning: string) =>
  root.children.some(
    ({ name, attributes }) => name === 'ns' && attributes.uri?.startsWith(beginning)
  )
