/** What a company says of itself in a candidature: the rubrics of DC1 and DC2, once for all tenders. */
export interface CompanyFacts {
  legalForm: string
  /** Who may bind the company, and in which quality. */
  representative: string
  quality: string
  email: string
  phone: string
  /** Of the last three years, the latest first: `2025`, in euros without tax. */
  turnover: { year: number; amount: string }[]
  workforce: number | null
  isSme: boolean
  insurer: string
  references: string
  /** Declared on honour (R2143-3, 1°): in no case of exclusion of L2141-1 to L2141-5 and L2141-7 to L2141-10. */
  isNotExcluded: boolean
  /** Redressement judiciaire, allowed while it does not end before the marché (L2141-3). */
  isInReceivership: boolean
  receivership: string
}

/** What a form brings of them. */
export interface TypedFacts extends Omit<CompanyFacts, 'turnover' | 'workforce'> {
  turnover1: string
  turnover2: string
  turnover3: string
  workforce: string
}

export interface Problem {
  field: string
  message: string
}

/** Euros as they are typed: « 1 250 000,50 ». Null for what is no amount. */
export function readEuros(typed: string): string | null {
  const plain = typed.replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? plain : null
}

const YEARS = ['turnover1', 'turnover2', 'turnover3'] as const

/** The facts of what was typed in `year`, or everything that is wrong with it, each at its field. */
export function readFacts(
  typed: TypedFacts,
  year: number
): { facts: CompanyFacts } | { problems: Problem[] } {
  const problems: Problem[] = []
  const turnover = YEARS.flatMap((field, index) => {
    if (!typed[field].trim()) return []
    const amount = readEuros(typed[field])
    if (amount) return [{ year: year - 1 - index, amount }]
    problems.push({ field, message: 'Écrivez un montant en euros hors taxes, par exemple 250000.' })
    return []
  })
  const workforce = typed.workforce.trim()
  if (workforce && !/^\d{1,6}$/.test(workforce))
    problems.push({
      field: 'workforce',
      message: 'Écrivez un nombre de personnes, par exemple 12.',
    })
  if (!typed.isNotExcluded)
    problems.push({
      field: 'isNotExcluded',
      message:
        'Sans cette déclaration sur l’honneur, une candidature n’est pas recevable (R2143-3).',
    })
  if (typed.isInReceivership && !typed.receivership.trim())
    problems.push({
      field: 'receivership',
      message: 'Écrivez la date du jugement et la durée de la période d’observation.',
    })
  if (problems.length > 0) return { problems }
  const { legalForm, representative, quality, email, phone, isSme, insurer, references } = typed
  const { isNotExcluded, isInReceivership, receivership } = typed
  return {
    facts: {
      ...{ legalForm, representative, quality, email, phone, isSme, insurer, references },
      ...{ isNotExcluded, isInReceivership, receivership, turnover },
      workforce: workforce ? Number(workforce) : null,
    },
  }
}

/** As a form shows them again, in `year`. */
export function asTyped(facts: CompanyFacts | null, year: number): Partial<TypedFacts> {
  if (!facts) return {}
  const { turnover, workforce, ...rest } = facts
  const of = (rank: number) => turnover.find((one) => one.year === year - rank)?.amount ?? ''
  return {
    ...rest,
    turnover1: of(1),
    turnover2: of(2),
    turnover3: of(3),
    workforce: workforce === null ? '' : String(workforce),
  }
}

/** What a form leaves out. */
export const BLANK_FACTS = {
  ...{ turnover1: '', turnover2: '', turnover3: '', workforce: '' },
  ...{ isSme: false, isNotExcluded: false, isInReceivership: false },
  ...{ insurer: '', references: '', receivership: '' },
}
