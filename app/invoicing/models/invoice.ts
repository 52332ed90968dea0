import type { DateTime } from 'luxon'
import { InvoiceSchema } from '#database/schema/invoicing'
import type { Actor } from '#kernel/actor'
import { TenantModel } from '#kernel/tenancy'
import type { InvoiceState } from '#lib/einvoice/lifecycle'
import type { Subject } from '#lib/proof'
import { isUuid, type LocalDate } from '#lib/values'
import { InvoiceMissing } from '../errors.js'
import type { InvoiceContent } from '../reading/content.js'
import type { KeptOutcome } from '../reading/read_received.js'
import { saidRates } from '../operator/ecb_rates.js'
import { clockOf } from '../rules/clock.js'
import { delayFrom, isPaid, type WorksPieceName } from '../rules/works.js'
import type { InvoiceEvent } from '../rules/lifecycle.js'
import { shownState } from '../rules/state_words.js'
import { invoiceLifecycle } from './invoice_lifecycle.js'
import Status from './status.js'

/** An invoice that a collectivite received. */
export default class Invoice extends TenantModel(InvoiceSchema) {
  static table = 'invoicing.invoices'

  declare state: InvoiceState
  declare outcome: KeptOutcome | null
  declare content: InvoiceContent | null
  declare worksPiece: WorksPieceName | null
  /** What to run to take up again what was given up. */
  declare troubleJob: { name: string; payload: object } | null

  /** The one of that id in the tenant in context. @throws E_INVOICING_MISSING */
  static async get(id: string): Promise<Invoice> {
    return found(isUuid(id) ? await this.find(id) : null)
  }

  /** The same, held until the end of the transaction. @throws E_INVOICING_MISSING */
  static async hold(id: string): Promise<Invoice> {
    return found(isUuid(id) ? await this.query().where('id', id).forUpdate().first() : null)
  }

  /** What the journal calls it. */
  get ref(): Subject {
    return { capability: 'invoicing', type: 'invoice', id: this.id }
  }

  /** How people call it: « Facture F2026-118 de Le Fournil du Quai ». */
  get title(): string {
    return `${this.type === 'AVOIR' ? 'Avoir' : 'Facture'} ${this.number} de ${this.supplierName}`
  }

  /** Its certificate waits at the parapheur, and nobody has signed it. */
  get isInSignature(): boolean {
    return Boolean(this.folderId) && !this.isCertified
  }

  /** The work was done: its payment is to be ordered, at once or once its supplier has completed it. */
  get isToOrder(): boolean {
    return this.state === 'service_done' || (this.state === 'completed' && this.isCertified)
  }

  /** A piece of works that is not paid: it prepares the one that is. */
  get isPreparatory(): boolean {
    return !isPaid(this.worksPiece ?? null)
  }

  get isCertified(): boolean {
    return Boolean(this.signedDocumentId)
  }

  get shownState() {
    return shownState(this.state, { isSigning: this.isInSignature, worksPiece: this.worksPiece })
  }

  /** `2026-11-20`. */
  get issuedDay(): string {
    return dayOf(this.issuedOn)!
  }

  /** The delay of payment, reckoned from what happened; null while none runs. */
  clock() {
    return this.#clockPaidOn(dayOf(this.paidOn))
  }

  /** The same, as if it were paid on that day: what its lateness costs until then. */
  clockAt(day: LocalDate) {
    return this.#clockPaidOn(dayOf(this.paidOn) ?? day.toString())
  }

  async #clockPaidOn(paidOn: string | null) {
    const statuses = await Status.of(this.id)
    const lived = {
      availableOn: delayFrom(this.worksPiece ?? null, {
        availableOn: dayOf(this.availableOn),
        requestedOn: dayOf(this.requestedOn),
      }),
      serviceDoneOn: dayOf(this.serviceDoneOn),
      paidOn,
      amount: this.amountDue,
      passed: statuses.map(({ status, day }) => ({ status, on: day.toString() })),
    }
    return clockOf(lived, paidOn ? await saidRates() : [])
  }

  allows(event: InvoiceEvent): boolean {
    return invoiceLifecycle.allows(this.state, event)
  }

  /** Goes through the lifecycle, with its transition and its journal entry. */
  step(event: InvoiceEvent, by: Actor, reason?: string): Promise<void> {
    return invoiceLifecycle.apply(this, event, {
      by,
      reason,
      subject: this.ref,
      transitionsTable: 'invoicing.invoice_transitions',
      foreignKey: 'invoice_id',
    })
  }
}

const dayOf = (day: DateTime | null | undefined): string | null => day?.toISODate() ?? null

function found(invoice: Invoice | null): Invoice {
  if (!invoice) throw new InvoiceMissing()
  return invoice
}
