import type { Deposited, Facts } from './facts.js'

export interface Passed {
  status: string
  at: string
  comment?: string
  byBuyer?: boolean
  mandat?: string
}

export interface Known extends Deposited {
  passed: Passed[]
}

/** After what the buyer has ordered, when the accountant does what is hers; null when she never does. */
export type AccountantDelay = number | null

const BY_ACCOUNTANT = ['MISE_A_DISPOSITION_COMPTABLE', 'COMPTABILISEE', 'MISE_EN_PAIEMENT']

/** Each deposit makes an invoice available at once: the annuaire knows its buyer. */
const AT_ONCE = ['DEPOSEE', 'EN_COURS_ACHEMINEMENT', 'MISE_A_DISPOSITION']

/** Of works, what is paid comes to whoever pays; the rest goes by the maître d’œuvre. */
const PAID_WORKS = ['ETAT_ACOMPTE_VALIDE', 'DECOMPTE_GENERAL_SIGNE']

const WORKS_AT_ONCE = [
  'DEPOSEE',
  'MISE_A_DISPOSITION_MOE',
  'TRANSMISE_MOA',
  'MISE_A_DISPOSITION_MOA',
]

/** The questions that Chorus Pro asks to its facts. */
export class ChorusState {
  constructor(
    readonly facts: Facts,
    private readonly accountantMs: AccountantDelay = null
  ) {}

  /** Every invoice with what it went through, in the order of the deposits. */
  all(): Known[] {
    this.#ripen()
    return this.#known()
  }

  find = (id: number, buyer: string): Known | null =>
    this.all().find((one) => one.id === id && one.buyer === buyer) ?? null

  of = (buyer: string): Known[] => this.all().filter((one) => one.buyer === buyer)

  /** Uniqueness: SIREN of the supplier, number, year of issue. */
  isTaken = ({ supplier, number, issuedOn }: Deposited): boolean =>
    this.#known().some(
      (one) =>
        one.supplier.slice(0, 9) === supplier.slice(0, 9) &&
        one.number === number &&
        one.issuedOn.slice(0, 4) === issuedOn.slice(0, 4)
    )

  nextId = (): number => 40_000_000 + this.#known().length + 1

  deposit(invoice: Deposited, bytes: Buffer): void {
    this.facts.keepFile(invoice.id, bytes)
    this.facts.add({ kind: 'deposited', invoice })
    const from = Date.parse(invoice.at)
    for (const [rank, status] of (isWithMoe(invoice) ? WORKS_AT_ONCE : AT_ONCE).entries()) {
      this.facts.add({ kind: 'status', id: invoice.id, status, at: iso(from + rank) })
    }
  }

  pass(id: number, step: Passed): void {
    this.facts.add({ kind: 'status', id, ...step })
  }

  /** Where an invoice is. */
  static current = ({ passed }: Known): Passed => passed.at(-1)!

  /** Hélios pays a while after the mandat: what is due by now happened at its own time. */
  #ripen(): void {
    if (this.accountantMs === null) return
    for (const { id, passed } of this.#known()) {
      const { status, at } = passed.at(-1)!
      if (status !== 'MANDATEE') continue
      const due = Date.parse(at) + this.accountantMs
      if (due > Date.now()) continue
      BY_ACCOUNTANT.forEach((next, rank) => this.pass(id, { status: next, at: iso(due + rank) }))
    }
  }

  #known(): Known[] {
    const found = new Map<number, Known>()
    for (const fact of this.facts.all) {
      if (fact.kind === 'deposited') found.set(fact.invoice.id, { ...fact.invoice, passed: [] })
      if (fact.kind === 'status') {
        const { kind, id, ...step } = fact
        found.get(id)?.passed.push(step)
      }
    }
    return [...found.values()]
  }
}

const isWithMoe = ({ works }: Deposited) => works !== undefined && !PAID_WORKS.includes(works)
const iso = (ms: number) => new Date(ms).toISOString()
