import { clock } from '#kernel/clock'
import { day } from '#web/dates'
import type Invoice from '../models/invoice.js'
import { generalAccountOf } from '../works/general_account.js'
import type { ClockWords } from './clock_screen.js'

/** By when the general account of a works contract has to move, in words; null for other invoices. */
export async function generalAccountWords(invoice: Invoice): Promise<ClockWords | null> {
  const deadline = await generalAccountOf(invoice)
  if (!deadline || invoice.state === 'refused') return null
  const { on, by, what, unless } = deadline
  const left = clock.today().daysUntil(on)
  const isOurs = by === 'buyer'
  return {
    title: `${what} avant le ${day(on)}`,
    text: `${left < 0 ? 'Ce jour est passé.' : left === 0 ? 'C’est aujourd’hui.' : `Il reste ${left}\u00a0jour${left > 1 ? 's' : ''}.`} ${unless} Votre marché peut dire un autre délai.`,
    meaning: isOurs && left < 0 ? 'trouble' : isOurs && left <= 7 ? 'waiting' : 'doing',
  }
}
