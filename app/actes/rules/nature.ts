// The six natures are fixed by the ministry (notice ACTES 2.2); only the types of documents under
// each of them come with the classification.
const NATURES = {
  1: { abrege: 'DE', label: 'Délibération', defaultTypePJ: '99_DE' },
  2: { abrege: 'AR', label: 'Acte réglementaire', defaultTypePJ: '99_AR' },
  3: { abrege: 'AI', label: 'Acte individuel', defaultTypePJ: '99_AI' },
  4: { abrege: 'CC', label: 'Contrat, convention ou avenant', defaultTypePJ: '99_DC' },
  5: { abrege: 'BF', label: 'Document budgétaire et financier', defaultTypePJ: '99_BU' },
  6: { abrege: 'AU', label: 'Autre acte', defaultTypePJ: '99_AU' },
} as const

export type NatureCode = keyof typeof NATURES
export type NatureAbrege = (typeof NATURES)[NatureCode]['abrege']

export interface Nature {
  code: NatureCode
  abrege: NatureAbrege
  label: string
  defaultTypePJ: string
}

/** The nature of that code (1 to 6), or null. */
export function findNature(code: number): Nature | null {
  const nature = NATURES[code as NatureCode]
  return nature ? { code: code as NatureCode, ...nature } : null
}

/** All natures, in the ministry's order. */
export const natures: Nature[] = [1, 2, 3, 4, 5, 6].map((code) => findNature(code)!)
