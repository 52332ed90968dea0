import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { isOver, STATES } from '#lib/einvoice/lifecycle'
import { LocalDate } from '#lib/values'
import ComingVerdict from '../models/coming_verdict.js'
import Invoice from '../models/invoice.js'
import { judgeReceived } from '../reading/judge_received.js'
import type { KeptOutcome } from '../reading/read_received.js'

/** A pack that does not apply yet. */
export interface ComingPack {
  version: string
  /** `2027-01-01`. */
  from: string
}

/** What a coming pack would say of an invoice. */
export interface ForeseenVerdict {
  number: string
  now: string
  then: string
  rules: string[]
}

const OPEN = STATES.filter((state) => !isOver(state))

/**
 * Judges every open invoice of a member by a pack that does not apply yet, once each; gives those whose
 * verdict would change, those that were judged before included.
 */
export async function foresee(tenantId: string, pack: ComingPack): Promise<ForeseenVerdict[]> {
  for (;;) {
    const next = await tenancy.run(tenantId, () => notJudged(pack))
    if (!next) break
    const { outcome } = await judgeReceived(next.bytes, LocalDate.parse(pack.from))
    await tenancy.run(tenantId, () => keep(next.invoice, outcome, pack))
  }
  return tenancy.run(tenantId, () => changedBy(pack))
}

/** An open invoice that this pack has not judged, and its bytes; null when none is left. */
async function notJudged({ version }: ComingPack) {
  const invoice = await Invoice.query()
    .whereIn('state', OPEN)
    .whereNotNull('documentId')
    .whereNotNull('outcome')
    .whereNotExists((query) =>
      query
        .from(ComingVerdict.table)
        .whereColumn('coming_verdicts.invoice_id', 'invoices.id')
        .where('coming_verdicts.pack', version)
    )
    .orderBy('id')
    .first()
  return invoice && { invoice, bytes: await documents.read(invoice.documentId!) }
}

async function keep(invoice: Invoice, then: KeptOutcome, pack: ComingPack): Promise<void> {
  const known = new Set(fatalOf(invoice.outcome!))
  await ComingVerdict.create({
    invoiceId: invoice.id,
    number: invoice.number,
    pack: pack.version,
    appliesOn: DateTime.fromISO(pack.from, { zone: 'utc' }),
    verdictNow: invoice.outcome!.verdict,
    verdictThen: then.verdict,
    rules: JSON.stringify(fatalOf(then).filter((id) => !known.has(id))) as never,
    judgedAt: clock.now(),
  })
}

const fatalOf = ({ rules }: KeptOutcome): string[] => [
  ...new Set(rules.filter(({ severity }) => severity === 'fatal').map(({ id }) => id)),
]

async function changedBy({ version }: ComingPack): Promise<ForeseenVerdict[]> {
  const found = await ComingVerdict.query()
    .where('pack', version)
    .whereColumn('verdict_now', '<>', 'verdict_then')
    .orderBy('id')
  return found.map(({ number, verdictNow: now, verdictThen: then, rules }) => ({
    number,
    now,
    then,
    rules,
  }))
}
