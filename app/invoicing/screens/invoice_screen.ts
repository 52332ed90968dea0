import type { HttpContext } from '@adonisjs/core/http'
import { depositLink, depositOf } from '#rooms/archiving'
import { folderSummary } from '#rooms/parapheur'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { accountCheck } from '../before_paying/account_check.js'
import { orderCheck } from '../before_paying/order_check.js'
import { followUrl } from '../follow_link.js'
import type Invoice from '../models/invoice.js'
import { piecesOf } from '../pieces_of.js'
import { shownDay } from '../readable/shown_day.js'
import { amountWords, rateWords } from '../readable/words.js'
import { factsOf as contentFacts, totalsOf } from '../readable/draw_readable.js'
import { clockWords } from './clock_screen.js'
import { generalAccountWords } from './general_account_screen.js'
import { historyOf } from './history_screen.js'
import { factsOf } from './invoice_facts_screen.js'
import { nextStepOf } from './next_step_screen.js'
import { replyScreen } from './reply_screen.js'
import { verdictScreen } from './verdict_screen.js'
import { worksScreen } from './works_screen.js'

/** Everything that the page of an invoice shows. */
export async function invoiceScreen(invoice: Invoice, reader: HttpContext) {
  const { tenant, allows } = reader
  const base = `/c/${tenant.slug}/factures`
  const here = `${base}/${invoice.id}`
  const mayWrite = allows('invoicing.write')
  const isSigning = invoice.allows('certify') && invoice.isInSignature
  const folder = isSigning ? await folderSummary(invoice.folderId!) : null
  const deposited = await depositOf({ capability: 'invoicing', id: invoice.id })
  const deposit = deposited && depositLink(deposited, reader)
  return {
    base,
    here,
    invoice,
    title: invoice.title,
    badge: invoice.shownState,
    lead: `${amountWords(invoice.amountDue, invoice.currency)}${isOwed(invoice) ? ' à payer' : ''}`,
    facts: factsOf(invoice, base),
    delay: (await clockWords(invoice)) ?? (await generalAccountWords(invoice)),
    works: await worksScreen(invoice, base),
    order: await orderCheck(invoice),
    account: await accountCheck(invoice, mayWrite ? reader.actor.id : null),
    verdict: verdictScreen(invoice.outcome),
    readable: readableOf(invoice),
    files: await filesOf(invoice, here),
    circuit: folder?.steps ?? [],
    next: nextStepOf(invoice, { here, base, mayWrite, folder, deposit: deposit?.href ?? null }),
    today: clock.today().toString(),
    reply: replyScreen(invoice, mayWrite),
    mayWithdraw: mayWrite && isSigning,
    follow: followUrl(tenant, invoice.id),
    mailTo: mayWrite ? (invoice.content?.email ?? '') : null,
    watched: [invoice.id, ...(folder?.subjectIds ?? [])],
    thread: await historyOf(invoice),
  }
}

/** Paid or refused, it is not to be paid any more. */
const isOwed = ({ isPayable, state }: Invoice) =>
  isPayable && state !== 'paid' && state !== 'refused'

/** What people read of the file, in the page. */
function readableOf({ content }: Invoice) {
  if (!content) return null
  return {
    facts: contentFacts(content, shownDay).map(([name, value]) => ({ name, value })),
    totals: totalsOf(content).map(([name, value]) => ({ name, value })),
    lines: content.lines.slice(0, 100).map((line) => ({
      ...line,
      price: amountWords(line.price, content.currency),
      vatRate: rateWords(line.vatRate) || '–',
      total: amountWords(line.total, content.currency),
    })),
    more: content.moreLines + Math.max(0, content.lines.length - 100),
    notes: content.notes,
  }
}

async function filesOf(invoice: Invoice, here: string) {
  const pieces = piecesOf(invoice)
  const found = await documents.findMany(pieces.map(({ id }) => id))
  const roles = new Map(pieces.map(({ id, role }) => [id, role]))
  return found.map((file) => ({
    ...file,
    facts: [roles.get(file.id)!],
    href: `${here}/documents/${file.id}`,
  }))
}
