import { test } from '@japa/runner'
import { person as actorOf } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { linkPath } from '#app/ged/links/addresses'
import { openLink } from '#app/ged/links/open_link'
import { lay, visitor } from '#tests/helpers/visitor'
import { person, place } from '#tests/world/world'
import { aFolder } from './support/documents.js'

const HOST = () => `http://${process.env.HOST}:${process.env.PORT}`

test.group('A deposit by a link', () => {
  test('is told to the person who opened the link, once it is ended, and names nobody', async ({
    assert,
  }) => {
    const tenant = await place('kervalan')
    const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
    const manager = await person('Nolwenn Caradec', { kervalan: ['administrator'] })
    const until = clock.now().plus({ days: 1 }).toISODate()!
    const { folder, address } = await within(async () => {
      const opened = await aFolder('Voirie')
      const link = await openLink(opened, { kind: 'drop', until }, actorOf(manager.id))
      return { folder: opened, address: linkPath(tenant, link.id) }
    })
    const guest = visitor('203.0.113.39')
    const begun = await guest.send(address, `${address}/depots`, { depositor: 'SARL Bâti Breizh' })
    const page = new URL(begun.headers.get('location')!, HOST()).pathname
    await lay(guest, `/depot/${page.split('/').at(-1)}`, 'plan.txt', Buffer.from('un plan'))
    const told = () =>
      within(() => tenancy.trx().from('kernel.mail_news').where('person_id', manager.id))
    assert.lengthOf(await told(), 0, 'it is not ended')
    await guest.send(page, page)
    const [news, ...others] = await told()
    assert.lengthOf(others, 0)
    assert.equal(news.url, `/c/kervalan/ged/dossiers/${folder.id}`)
    assert.notMatch(news.words, /Breizh|plan/)
  })
})
