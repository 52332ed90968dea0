import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { here } from '#web/here'
import type Exchange from '../models/exchange.js'
import ExchangeFile from '../models/exchange_file.js'
import Recipient from '../models/recipient.js'
import { doorUrl } from '../receiving/addresses.js'
import { Delivery } from '../receiving/deliver.js'

const USUAL_DAYS = 15
const HOME = 'Échanges'

export const formScreen = ({ tenant }: HttpContext) => ({
  action: here('exchange.exchanges.store', { tenant }),
  usualDay: clock.now().plus({ days: USUAL_DAYS }).toISODate(),
  crumbs: [
    { label: HOME, href: here('exchange.exchanges.index', { tenant }) },
    { label: 'Nouvel échange' },
  ],
})

/** An exchange as its member sees it: what is in it, whom it is for, and how far each of them is. */
export async function exchangeScreen(ctx: HttpContext, exchange: Exchange, box: string | null) {
  const { tenant } = ctx
  const { id } = exchange
  const [files, recipients] = [
    await ExchangeFile.query().where('exchange_id', id).orderBy('id'),
    await Recipient.of(id),
  ]
  const emails = new Map(recipients.map((one) => [one.id, one.email]))
  const page = here('exchange.exchanges.show', { tenant, id })
  const lines = []
  for (const one of recipients) lines.push(await lineOf(ctx, exchange, one))
  return {
    ...{ exchange, page, recipients: lines },
    crumbs: [
      { label: HOME, href: here('exchange.exchanges.index', { tenant }) },
      { label: exchange.title },
    ],
    files: files.map((file) => ({
      ...{ name: file.name, size: Number(file.size), digest: file.digest, at: file.at },
      from: file.recipientId ? emails.get(file.recipientId) : tenant.name,
      href: file.documentId ? `${page}/fichiers/${file.id}` : null,
    })),
    hasLaid: recipients.some(({ endedAt }) => endedAt !== null),
    door: exchange.state === 'draft' && box ? `/depot/${box}` : null,
    isOver: ['expired', 'revoked'].includes(exchange.state),
  }
}

async function lineOf({ tenant }: HttpContext, exchange: Exchange, one: Recipient) {
  const given = await Delivery.to(one.id)
  return {
    email: one.email,
    enteredAt: one.enteredAt,
    endedAt: one.endedAt,
    given: given.length,
    url: exchange.isOpen ? doorUrl(tenant, one.id) : null,
    receipt: one.receiptDocumentId
      ? here('exchange.gestures.receipt', { tenant, id: exchange.id, recipient: one.id })
      : null,
  }
}
