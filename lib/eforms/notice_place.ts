/**
 * Each level 2 of the NUTS, then its départements in the order of its levels 3, which count from 1; a
 * département that is alone is the 0.
 */
const LEVELS: Record<string, string> = {
  FR10: '75 77 78 91 92 93 94 95',
  FRB0: '18 28 36 37 41 45',
  FRC1: '21 58 71 89',
  FRC2: '25 39 70 90',
  FRD1: '14 50 61',
  FRD2: '27 76',
  FRE1: '59 62',
  FRE2: '02 60 80',
  FRF1: '67 68',
  FRF2: '08 10 51 52',
  FRF3: '54 55 57 88',
  FRG0: '44 49 53 72 85',
  FRH0: '22 29 35 56',
  FRI1: '24 33 40 47 64',
  FRI2: '19 23 87',
  FRI3: '16 17 79 86',
  FRJ1: '11 30 34 48 66',
  FRJ2: '09 12 31 32 46 65 81 82',
  FRK1: '03 15 43 63',
  FRK2: '01 07 26 38 42 69 73 74',
  FRL0: '04 05 06 13 83 84',
  FRM0: '2A 2B',
  FRY1: '971',
  FRY2: '972',
  FRY3: '973',
  FRY4: '974',
  FRY5: '976',
}

const NUTS = new Map(
  Object.entries(LEVELS).flatMap(([level, departements]) => {
    const all = departements.split(' ')
    return all.map((code, rank) => [code, `${level}${all.length === 1 ? 0 : rank + 1}`] as const)
  })
)

/** The territories that the NUTS does not know, by their code or by the postal code that they keep. */
const COUNTRIES: Record<string, string> = {
  97133: 'BLM',
  97150: 'MAF',
  975: 'SPM',
  977: 'BLM',
  978: 'MAF',
  986: 'WLF',
  987: 'PYF',
  988: 'NCL',
}

/** Where a contract is carried out: a level 3 of the NUTS, or a territory that it does not know. */
export interface NoticePlace {
  /** ISO 3166-1, three letters. */
  country: string
  nuts: string | null
  postalCode: string
}

/** Where a postal code of five characters stands (règlement délégué (UE) 2019/1755); null when nowhere. */
export function placeOf(postalCode: string): NoticePlace | null {
  const departement = departementOf(postalCode)
  const country = COUNTRIES[postalCode] ?? COUNTRIES[departement]
  if (country) return { country, nuts: null, postalCode }
  const nuts = NUTS.get(departement)
  return nuts ? { country: 'FRA', nuts, postalCode } : null
}

function departementOf(code: string): string {
  if (/^20[01]/.test(code)) return '2A'
  if (/^20/.test(code)) return '2B'
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2)
}
