import { Siret } from '#lib/values'

/** An establishment as Sirene tells it, in as many words as we use. */
export interface Establishment {
  siret: string
  /** The name of the legal unit. */
  name: string
  /** The sign above the door, when it has another name. */
  sign?: string
  isSeat: boolean
  /** False once it is closed. */
  isOpen: boolean
  /** False once the legal unit has ceased. */
  isUnitActive: boolean
  /** INSEE's code of legal forms: 9220 is an association. */
  legalForm: string
  rna?: string
  address: { number: string; street: string; postcode: string; town: string; townCode: string }
  since: string
  /** Where it moved. */
  successor?: string
}

const QUIMPER = { postcode: '29000', town: 'QUIMPER', townCode: '29232' }
const at = (number: string, street: string, town = QUIMPER) => ({ number, street, ...town })

const OPEN = { isOpen: true, isUnitActive: true, since: '2015-03-01' }

/** Invented by us: the keys are right, the companies are nobody's. */
const NAMED: Establishment[] = [
  {
    ...OPEN,
    siret: '84712345200017',
    name: 'TRAVAUX DU LEON',
    isSeat: true,
    legalForm: '5499',
    address: at('8', 'RUE DES CARRIERES'),
  },
  {
    ...OPEN,
    siret: '85298765000011',
    name: 'ENROBES DE CORNOUAILLE',
    isSeat: true,
    legalForm: '5710',
    address: at('27', 'ROUTE DE BREST'),
  },
  {
    ...OPEN,
    siret: '83456789300013',
    name: 'LE FOURNIL DU QUAI',
    isSeat: true,
    legalForm: '5499',
    address: at('12', 'QUAI DE L ODET'),
  },
  {
    ...OPEN,
    siret: '83456789300021',
    name: 'LE FOURNIL DU QUAI',
    sign: 'LE FOURNIL DES HALLES',
    isSeat: false,
    legalForm: '5499',
    address: at('3', 'RUE ASTOR'),
  },
  {
    ...OPEN,
    siret: '81234567600017',
    name: 'CLUB DE VOILE DE KERVALAN',
    isSeat: true,
    legalForm: '9220',
    rna: 'W293004512',
    address: at('1', 'CALE DU PORT'),
  },
  {
    siret: '79812345100014',
    name: 'MENUISERIE CARIOU',
    isSeat: true,
    isOpen: false,
    isUnitActive: false,
    legalForm: '5499',
    address: at('8', 'RUE DE LA SCIERIE'),
    since: '2024-06-30',
  },
  {
    siret: '53124680900010',
    name: 'ATELIER DU GOELAND',
    isSeat: false,
    isOpen: false,
    isUnitActive: true,
    legalForm: '5710',
    address: at('4', 'RUE DU CHAPEAU ROUGE'),
    since: '2025-09-01',
    successor: '53124680900028',
  },
  {
    ...OPEN,
    siret: '53124680900028',
    name: 'ATELIER DU GOELAND',
    isSeat: true,
    legalForm: '5710',
    address: at('27', 'ROUTE DE BREST'),
    since: '2025-09-01',
  },
]

const CHAIN = '440112000'
const CHAIN_SHOPS = 400

/** Luhn's key of thirteen digits, so that each number is right. */
function keyed(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** A company of four hundred establishments. */
const CHAIN_OF_SHOPS: Establishment[] = Array.from({ length: CHAIN_SHOPS }, (_, index) => ({
  ...OPEN,
  siret: keyed(`${keyed(CHAIN.slice(0, 8))}${String(index + 1).padStart(4, '0')}`),
  name: 'COMPTOIRS DE CORNOUAILLE',
  sign: `COMPTOIR ${index + 1}`,
  isSeat: index === 0,
  legalForm: '5710',
  address: at(String(index + 1), 'RUE DES COMPTOIRS'),
}))

export const ESTABLISHMENTS: Establishment[] = [...NAMED, ...CHAIN_OF_SHOPS]

/** An open establishment of any SIRET whose key is right; null of any other. */
export const anyOf = (siret: string): Establishment | null =>
  Siret.tryParse(siret)
    ? {
        ...OPEN,
        siret,
        name: `ENTREPRISE ${siret.slice(0, 9)}`,
        isSeat: true,
        legalForm: '5499',
        address: at('1', 'RUE DE LA DEMONSTRATION'),
      }
    : null
