import { statSync } from 'node:fs'
import { checkFile } from '#lib/einvoice/check/check'
import type { Outcome } from '#lib/einvoice/check/outcome'
import { openInvoice } from '#lib/einvoice/container/open'
import { Packs } from '#lib/einvoice/packs'
import type { Invoice } from '#lib/einvoice/model/invoice'
import { invoiceOf } from '#lib/einvoice/read'
import { LocalDate } from '#lib/values'
import { readXml } from '#lib/xml/tree/reader'
import { contentOf, type InvoiceContent } from './content.js'
import { contentOfPivot } from './content_of_pivot.js'

/** A verdict as it is kept: with the official packs that judged beside our rules, null for none. */
export type KeptOutcome = Outcome & { pack?: string | null }

export interface Received {
  outcome: KeptOutcome
  /** Null when no invoice can be read in it. */
  content: InvoiceContent | null
}

export interface ToRead {
  bytes: Buffer
  /** Where the operator's packs stand, and the day that chooses among them, `2026-11-29`. */
  packs?: { home: string; day: string }
}

/** The verdict on a file that was received, rule by rule, and what people read of it. */
export async function readReceived({ bytes, packs: wanted }: ToRead): Promise<Received> {
  // A thread receives the bytes as plain data, and no more as a Buffer
  const file = Buffer.from(bytes)
  const packs = wanted ? packsOf(wanted) : Packs.NONE
  const judged = await checkFile(file, packs)
  const outcome = { ...judged, pack: judged.format && packs.versionsFor(judged.format) }
  if (outcome.verdict === 'unreadable') return { outcome, content: null }
  const xml = await openInvoice(file)
  const invoice = xml && invoiceOf(readXml(xml))
  return { outcome, content: invoice && whatIsRead(invoice) }
}

function whatIsRead(invoice: Invoice): InvoiceContent | null {
  if (invoice.syntax === 'PIVOT') return contentOfPivot(invoice)
  return invoice.syntax === 'CDAR' ? null : contentOf(invoice)
}

let kept = { key: '', packs: Packs.NONE }

/** Compiled once for a thread, until the day or what the operator imported changes. */
function packsOf({ home, day }: NonNullable<ToRead['packs']>): Packs {
  const imported = statSync(home, { throwIfNoEntry: false })?.mtimeMs
  const key = `${home} ${imported} ${day}`
  if (kept.key !== key) kept = { key, packs: Packs.in(home, LocalDate.parse(day)) }
  return kept.packs
}
