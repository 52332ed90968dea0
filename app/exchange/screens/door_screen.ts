import type { HttpContext } from '@adonisjs/core/http'
import ExchangeFile from '../models/exchange_file.js'
import { Delivery } from '../receiving/deliver.js'
import type { Door } from '../receiving/door.js'

/** « a…@exemple.fr »: enough for her to know which of hers, and no more. */
export const masked = (email: string): string => email.replace(/^(.).*(@.*)$/, '$1…$2')

/** An exchange, as somebody outside sees it once she has given her code. */
export async function doorScreen(ctx: HttpContext, { exchange, recipient }: Door, page: string) {
  const files = await ExchangeFile.query().where('exchange_id', exchange.id).orderBy('id')
  const given = new Set((await Delivery.to(recipient.id)).map(({ fileId }) => fileId))
  const lineOf = ({ id, name, size, digest }: ExchangeFile) => ({
    ...{ name, digest, size: Number(size), isGiven: given.has(id) },
    href: `${page}/fichiers/${id}`,
  })
  const box: string | null = ctx.session.get(`exchange_laying_${recipient.id}`, null)
  return {
    ...{ exchange, page, email: recipient.email },
    sent: files.filter((file) => file.recipientId === null && file.documentId).map(lineOf),
    laid: files.filter((file) => file.recipientId === recipient.id).map(lineOf),
    hasEnded: recipient.endedAt !== null,
    door: box && `/depot/${box}`,
    receipt: recipient.receiptDocumentId ? `${page}/recepisse.zip` : null,
  }
}
