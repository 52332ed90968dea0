/** What XP Z12-012 (annex A) lets a text be. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A number of invoice: letters, digits and `+ - _ /`, without any space. */
export const isIdentifier = (text: string) => /^[A-Za-z0-9+\-_/]+$/.test(text)

/** A code of routing or a private address: letters, digits and `+ - _ .`. */
export const isRoutingCode = (text: string) => /^[A-Za-z0-9+\-_.]+$/.test(text)

/** A day of the years 2000 to 2099 that exists, written AAAAMMJJ in CII and AAAA-MM-JJ in UBL. */
export function isDay(text: string, syntax: 'CII' | 'UBL'): boolean {
  const shape = syntax === 'CII' ? /^(20\d{2})(\d{2})(\d{2})/ : /^(20\d{2})-(\d{2})-(\d{2})$/
  const [, year, month, day] = (shape.exec(text) ?? []).map(Number)
  if (!year || !month || month > 12 || !day) return false
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= DAYS[month - 1] + (month === 2 && isLeap ? 1 : 0)
}

/** Tells a number of at most `digits` digits, `scale` of them after the point; a sign only when it may. */
export function numberOf(scale: number, { digits = 19, mayBeNegative = true } = {}) {
  const sign = mayBeNegative ? '-?' : ''
  const shape = new RegExp(`^${sign}\\d{1,${digits}}(\\.\\d{1,${scale}})?$`)
  return (text: string): boolean => {
    const signs = text.length - (text.includes('.') ? 1 : 0)
    return signs <= digits && shape.test(text)
  }
}

const RATES = [
  '0',
  '10',
  '13',
  '20',
  '8.5',
  '19.6',
  '2.1',
  '5.5',
  '7',
  '20.6',
  '1.05',
  '0.9',
  '1.75',
  '9.2',
  '9.6',
]

/** A rate of French VAT, of today or of once, with two digits after the point at most. */
export const isVatRate = (text: string) =>
  RATES.some((rate) => {
    const [whole, fraction = ''] = rate.split('.')
    return [0, 1, 2]
      .filter((scale) => scale >= fraction.length)
      .some((scale) => text === (scale === 0 ? whole : `${whole}.${fraction.padEnd(scale, '0')}`))
  })

export const DOCUMENT_TYPES = [
  '380',
  '389',
  '393',
  '501',
  '386',
  '500',
  '384',
  '471',
  '472',
  '473',
  '261',
  '262',
  '381',
  '396',
  '502',
  '503',
]
export const CREDIT_NOTES = ['261', '381', '396', '502', '503']
export const CORRECTIVE = ['384', '471', '472', '473']
export const ADVANCES = ['386', '500', '503']
/** The buyer writes them in the name of the seller. */
export const SELF_BILLED = ['389', '501', '500', '471', '473', '261', '502']

export const BILLING_MODES = 'B1 S1 M1 B2 S2 M2 S3 B4 S4 M4 S5 S6 B7 S7 B8 S8 M8 B9 S9 M9'.split(
  ' '
)
export const PAID_MODES = ['B2', 'S2', 'M2']
export const TREATMENTS = ['B2B', 'B2BINT', 'B2C', 'B2CINT', 'OUTOFSCOPE', 'ARCHIVEONLY']
export const VAT_CATEGORIES = ['S', 'E', 'AE', 'K', 'G', 'O', 'Z']
export const ATTACHMENTS =
  'RIB LISIBLE FEUILLE_DE_STYLE PJA BORDEREAU_SUIVI DOCUMENT_ANNEXE BON_LIVRAISON BON_COMMANDE BORDEREAU_SUIVI_VALIDATION ETAT_ACOMPTE FACTURE_PAIEMENT_DIRECT RECAPITULATIF_COTRAITANCE'.split(
    ' '
  )
