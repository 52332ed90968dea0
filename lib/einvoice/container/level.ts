import { normal } from '../model/path.js'

const LEVELS: [pattern: RegExp, level: string][] = [
  [/minimum$/, 'MINIMUM'],
  [/basicwl$/, 'BASIC WL'],
  [/1p0:basic$/, 'BASIC'],
  [/(factur-x\.eu|zugferd\.de):.*extended$/, 'EXTENDED'],
  [/xrechnung/, 'XRECHNUNG'],
  // A specification of use (CIUS) keeps to EN 16931: Peppol's, for one.
  [/en16931(:2017)?$|^urn:cen\.eu:en16931:2017#compliant#/, 'EN 16931'],
]

/** What the metadata of a PDF say of a profile (BT-24); null for one that Factur-X does not know. */
export const levelOf = (bt24: string): string | null =>
  LEVELS.find(([pattern]) => pattern.test(normal(bt24)))?.[1] ?? null
