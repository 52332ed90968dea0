import { Decimal } from '#lib/values'
import type { Group } from './group.js'
import { normal } from './path.js'
import type { Invoice } from './invoice.js'

/**
 * The lines as a tree: a line of group has lines below it. CII says it by the status and the parent
 * of a line; UBL by a reference of the line to the invoice itself (XP Z12-012, BG-06).
 */
export class LineTree {
  readonly #byNumber = new Map<string, Group>()
  readonly #children = new Map<string, Group[]>()

  constructor(private readonly invoice: Invoice) {
    for (const line of invoice.all('BG-25')) {
      const number = line.word('BT-126')
      if (!this.#byNumber.has(number)) this.#byNumber.set(number, line)
      const parent = this.parentOf(line)
      if (parent === null) continue
      const same = this.#children.get(parent)
      if (same) same.push(line)
      else this.#children.set(parent, [line])
    }
  }

  /** DETAIL, GROUP or INFORMATION; null for a line of an ordinary invoice. */
  statusOf(line: Group): string | null {
    if (this.invoice.syntax === 'CII') return line.text('EXT-FR-FE-163')
    const own = this.#selfOf(line)
    return own ? (own.text('EXT-FR-FE-163') ?? '') : null
  }

  /** The number of the line above; null at the top. */
  parentOf(line: Group): string | null {
    const owner = this.invoice.syntax === 'CII' ? line : this.#selfOf(line)
    const number = owner?.text('EXT-FR-FE-162')
    return number === undefined || number === null ? null : normal(number)
  }

  lineNumbered(number: string): Group | undefined {
    return this.#byNumber.get(number)
  }

  childrenOf(line: Group): Group[] {
    return this.#children.get(line.word('BT-126')) ?? []
  }

  /** Whether its amount is one of those that the total adds up. */
  isAdded(line: Group): boolean {
    const status = this.statusOf(line)
    return status === null || status === 'DETAIL'
  }

  /** The lines of group at the top: one a sub-invoice in an invoice of several sellers. */
  get subInvoices(): Group[] {
    return this.invoice
      .all('BG-25')
      .filter((line) => this.statusOf(line) === 'GROUP' && this.parentOf(line) === null)
  }

  /** References of a line to earlier invoices, those that place it in the tree left out. */
  referencesOf(line: Group): Group[] {
    const own = this.invoice.text('BT-1')
    const all = line.all('EXT-FR-FE-BG-06')
    return this.invoice.syntax === 'CII'
      ? all
      : all.filter((one) => one.text('EXT-FR-FE-136') !== own)
  }

  #selfOf(line: Group): Group | undefined {
    const own = this.invoice.text('BT-1')
    return line.all('EXT-FR-FE-BG-06').find((one) => one.text('EXT-FR-FE-136') === own)
  }
}

/** @see LineTree */
export const lineTreeOf = (invoice: Invoice) => new LineTree(invoice)

/** The net amounts of these lines, added; what is no number is left out. */
export const netOf = (lines: Group[]) =>
  Decimal.sum(lines.flatMap((line) => Decimal.tryParse(line.text('BT-131') ?? '') ?? []))
