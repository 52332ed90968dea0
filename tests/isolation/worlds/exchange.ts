import { person } from '#kernel/actor'
import { signedKey } from '#web/signed_key'
import Exchange from '#app/exchange/models/exchange'
import ExchangeFile from '#app/exchange/models/exchange_file'
import Recipient from '#app/exchange/models/recipient'
import { prepare } from '#app/exchange/sending/prepare'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { uuidv7 } from '#lib/values'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

/** One object of each kind in the tenant in context, and the routes that name it. */
export default defineWorld(async (_tenantId, personId) => {
  const until = clock.now().plus({ days: 2 }).toISODate()!
  const asked = { kind: 'ask' as const, title: 'Échange de la voisine', until }
  const by = person(personId)
  const { id } = await prepare({ ...asked, recipients: 'voisine@exemple.test' }, by)
  const kept = await documents.store(Buffer.from('secret'), { name: 'releve.txt' })
  const facts = { name: 'releve.txt', size: 6, digest: kept.sha256, at: clock.now() }
  const file = await ExchangeFile.create({ exchangeId: id, documentId: kept.id, ...facts })
  await (await Exchange.hold(id)).open(by)
  const [recipient] = await Recipient.of(id)
  await recipient.merge({ receiptDocumentId: kept.id }).save()
  const door = signedKey('exchange.recipient', recipient.id)
  const view = await put('kernel.saved_views', {
    list: 'exchange.exchanges',
    name: `Vue des échanges de la voisine ${uuidv7()}`,
    query: 'sens=ask',
    person_id: personId,
    shared: true,
    created_at: new Date(),
  })
  return {
    routes: {
      'exchange.': { id, exchange: id, file: file.id, recipient: recipient.id, door },
      'exchange.lists.forget': { id: view },
    },
    bodies: {
      'exchange.exchanges.store': { ...asked, title: 'Le mien', recipients: 'autre@exemple.test' },
    },
    granted: [
      'exchange.public.doors.file',
      'exchange.public.doors.receipt',
      'exchange.public.layings.',
    ],
    secrets: ['Échange de la voisine', 'voisine@exemple.test', 'Vue des échanges de la voisine'],
  }
})
