import { person as actorOf } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { doorUrl } from '#app/exchange/receiving/addresses'
import Recipient from '#app/exchange/models/recipient'
import { prepare } from '#app/exchange/sending/prepare'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

export const notPages = [
  'exchange.lists.show',
  'exchange.gestures.file',
  'exchange.gestures.receipt',
  'exchange.public.doors.file',
  'exchange.public.doors.receipt',
]

/** The pages of exchange, as an agent and as somebody outside open them. */
export default async function exchangePages(): Promise<VisitedPage[]> {
  const tenant = await place('kervalan')
  const as = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const until = clock.now().plus({ days: 9 }).toISODate()!
  const asked = { title: 'Relevés du géomètre', recipients: 'geometre@exemple.test', until }
  const { ask, draft, door } = await tenancy.run(tenant.id, async () => {
    const opened = await prepare({ ...asked, kind: 'ask' }, actorOf(as.id))
    await opened.open(actorOf(as.id))
    const [recipient] = await Recipient.of(opened.id)
    const sealed = { ...asked, title: 'Plans du préau', kind: 'send' as const, sealed: true }
    return {
      ask: opened.id,
      draft: (await prepare(sealed, actorOf(as.id))).id,
      door: new URL(doorUrl(tenant, recipient.id)).pathname,
    }
  })
  const base = '/c/kervalan/echanges'
  return [
    { name: 'exchange-list', path: base, as },
    { name: 'exchange-new', path: `${base}/nouveau`, as },
    { name: 'exchange-ask', path: `${base}/${ask}`, as },
    { name: 'exchange-draft', path: `${base}/${draft}`, as },
    { name: 'exchange-door', path: door },
  ]
}
