/** What makes it lawful to use personal data (RGPD, art. 6, 1), by its letter. */
export const LEGAL_BASES = {
  a: 'Consentement',
  b: 'Contrat',
  c: 'Obligation légale',
  d: 'Intérêts vitaux',
  e: 'Mission d’intérêt public',
  f: 'Intérêt légitime',
} as const
export type LegalBasis = keyof typeof LEGAL_BASES

export const LEGAL_BASIS_LETTERS = Object.keys(LEGAL_BASES) as LegalBasis[]

/** « Obligation légale (art. 6, 1, c) » */
export const legalBasisLabel = (letter: LegalBasis): string =>
  `${LEGAL_BASES[letter]} (art. 6, 1, ${letter})`

/** Those that a form offers. */
export const LEGAL_BASIS_CHOICES = LEGAL_BASIS_LETTERS.map((value) => ({
  value,
  label: legalBasisLabel(value),
}))
