/** A category of VAT, and what EN 16931 asks of it. */
export interface Category {
  code: string
  /** The letters of its rules: `IC` for K, `AF` for L, `AG` for M. */
  rules: string
  words: string
  /** What its rate must be. */
  rate: 'positive' | 'not-negative' | 'zero' | 'none'
  /** Whether it says why there is no VAT; null when nothing is asked. */
  reason: 'needed' | 'refused'
  /** Who must have which number. */
  seller: 'any' | 'vat' | 'none'
  buyer?: 'vat' | 'vat-or-legal'
  /** Its base is compared by rate as well. */
  isByRate: boolean
}

const zero = { rate: 'zero', isByRate: false } as const

/** The nine categories that the French extension and EN 16931 know, but the split payment B. */
export const CATEGORIES: Category[] = [
  {
    code: 'S',
    rules: 'S',
    words: 'taux normal ou réduit (S)',
    rate: 'positive',
    reason: 'refused',
    seller: 'any',
    isByRate: true,
  },
  { code: 'Z', rules: 'Z', words: 'taux zéro (Z)', ...zero, reason: 'refused', seller: 'any' },
  { code: 'E', rules: 'E', words: 'exonération (E)', ...zero, reason: 'needed', seller: 'any' },
  {
    code: 'AE',
    rules: 'AE',
    words: 'autoliquidation (AE)',
    ...zero,
    reason: 'needed',
    seller: 'any',
    buyer: 'vat-or-legal',
  },
  {
    code: 'K',
    rules: 'IC',
    words: 'livraison intracommunautaire (K)',
    ...zero,
    reason: 'needed',
    seller: 'vat',
    buyer: 'vat',
  },
  { code: 'G', rules: 'G', words: 'exportation (G)', ...zero, reason: 'needed', seller: 'vat' },
  {
    code: 'O',
    rules: 'O',
    words: 'hors du champ de la TVA (O)',
    rate: 'none',
    reason: 'needed',
    seller: 'none',
    isByRate: false,
  },
  {
    code: 'L',
    rules: 'AF',
    words: 'IGIC des Canaries (L)',
    rate: 'not-negative',
    reason: 'refused',
    seller: 'any',
    isByRate: true,
  },
  {
    code: 'M',
    rules: 'AG',
    words: 'IPSI de Ceuta et Melilla (M)',
    rate: 'not-negative',
    reason: 'refused',
    seller: 'any',
    isByRate: true,
  },
]
