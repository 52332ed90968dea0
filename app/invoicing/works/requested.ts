import type { DateTime } from 'luxon'
import { LocalDate } from '#lib/values'
import { fromDay } from '../days.js'
import { closeAccount } from '../invoice_tasks.js'
import Invoice from '../models/invoice.js'
import Validation from '../models/validation.js'
import { precedingOf } from './preceding.js'

/** A sum goes through no more pieces than that: projet, état d'acompte, état validé. */
const MOST_PIECES = 6

/** When the maître d’œuvre received the request that a piece of works comes from, as far as is known. */
export async function keepRequested(invoice: Invoice): Promise<void> {
  if (!invoice.worksPiece) return
  const [said, before] = [await Validation.of(invoice.id), await precedingOf(invoice)]
  const received = said.find(({ status }) => status === 'MISE_A_DISPOSITION_MOE')
  const days = [received && LocalDate.at(received.at).toString(), before?.requestedOn?.toISODate()]
  const first = days.filter((day) => typeof day === 'string').sort()[0]
  invoice.requestedOn = fromDay(first ? LocalDate.parse(first) : null) as DateTime | null
  if (before) await closeAccount(before)
}

/** What came after a piece is reckoned anew: histories are not read in the order of the pieces. */
export async function tellThoseAfter(
  invoice: Invoice,
  reckon: (after: Invoice) => Promise<void>,
  left = MOST_PIECES
): Promise<void> {
  if (!invoice.worksPiece || left === 0) return
  const after = await Invoice.query()
    .where('precedingChorusId', Number(invoice.chorusId))
    .orderBy('id')
    .forUpdate()
  for (const one of after) {
    await reckon(one)
    await tellThoseAfter(one, reckon, left - 1)
  }
}
