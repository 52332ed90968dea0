import { test } from '@japa/runner'
import Membership from '#kernel/people/membership'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import Space from '#app/ged/spaces/space'
import { openService } from '#app/ged/spaces/usual_spaces'
import { rootOf } from '#app/ged/spaces/root_of'
import { entriesOf, setOwnRights } from '#app/ged/access/own_rights'
import Node from '#app/ged/nodes/node'
import { move } from '#app/ged/nodes/move'
import { SYSTEM } from '#kernel/actor'
import { noteOpening, shareSpace } from '#app/ged/sharing/share_space'
import { person, place } from '#tests/world/world'
import { uuidv7 } from '#lib/values'
import { aDocumentAt } from './support/documents.js'

/** A space of Landreval with one document, its manager, an agent of Kervalan and a neighbour. */
async function scene() {
  const { id } = await place('landreval')
  const owner = (await tenants.byId(id)) as Tenant
  const slug = `eaux-${uuidv7().slice(-12)}`
  const document = await tenancy.run(id, async () => {
    const space = await openService(slug, 'Service des eaux')
    return aDocumentAt(await rootOf(space.id), 'Schéma assainissement.txt')
  })
  return {
    ...{ owner, slug, document, base: `/c/${owner.slug}/ged` },
    manager: await person('Nolwenn Caradec', { landreval: ['administrator'] }),
    guest: await person('Maëlle Le Goff', { kervalan: ['agent'] }),
    // Called by its whole name: another spec may have made « le CCAS de Kervalan »
    kervalan: (await tenants.byId((await place('kervalan')).id)) as Tenant,
    neighbour: await person('Gaël Riou', { 'saint-orven': ['agent'] }),
  }
}

test.group('A space that is open to another member', () => {
  test('is read by its agents in place, until it is taken back, and by nobody else', async ({
    client,
    assert,
  }) => {
    const { base, slug, document, manager, guest, neighbour } = await scene()
    const pages = [
      base,
      `${base}/espaces/${slug}`,
      `${base}/documents/${document.id}`,
      `${base}/documents/${document.id}/fichier`,
    ]
    const statuses = async (who: typeof guest) =>
      Promise.all(pages.map(async (page) => (await client.get(page).loginAs(who)).status()))
    const none = [404, 404, 404, 404]
    assert.deepEqual(await statuses(guest), none)
    const shares = `${base}/espaces/${slug}/partage`
    await client
      .post(shares)
      .form({ guest: 'kervalan', level: 'reader' })
      .loginAs(manager)
      .withCsrfToken()
      .redirects(0)
    const kervalan = (await place('kervalan')).id
    ;(await client.get(shares).loginAs(manager)).assertTextIncludes('Kervalan')
    assert.deepEqual(await statuses(guest), [200, 200, 200, 200])
    assert.deepEqual(await statuses(neighbour), none)
    const list = await client.get(base).loginAs(guest)
    list.assertTextIncludes('Service des eaux')
    assert.notInclude(list.text(), 'Espace commun')
    const search = () => client.get(`${base}/recherche?q=assainissement`).loginAs(guest)
    ;(await search()).assertTextIncludes('assainissement')
    await client
      .post(`${shares}/${kervalan}?_method=DELETE`)
      .loginAs(manager)
      .withCsrfToken()
      .redirects(0)
    assert.deepEqual(await statuses(guest), none)
    ;(await search()).assertStatus(404)
  })

  test('lets them do what their role says, and never share it further', async ({
    client,
    assert,
  }) => {
    const { base, slug, document, manager, guest, kervalan } = await scene()
    const open = (level: string) =>
      client
        .post(`${base}/espaces/${slug}/partage`)
        .form({ guest: kervalan.name, level })
        .loginAs(manager)
        .withCsrfToken()
        .redirects(0)
    const rename = (name: string) =>
      client
        .put(`${base}/elements/${document.id}/nom`)
        .form({ name })
        .accept('json')
        .loginAs(guest)
        .withCsrfToken()
        .redirects(0)
    await open('reader')
    ;(await rename('Autre.txt')).assertStatus(403)
    await open('manager')
    assert.notInclude([403, 404], (await rename('Autre.txt')).status())
    const further = await client
      .get(`${base}/espaces/${slug}/partage`)
      .accept('json')
      .loginAs(guest)
    further.assertStatus(403)
    const opened = await client
      .post(`${base}/espaces`)
      .form({ name: 'Le mien' })
      .accept('json')
      .loginAs(guest)
      .withCsrfToken()
      .redirects(0)
    opened.assertStatus(403)
  })

  test('is shut to somebody who has left the member that it is open to', async ({ client }) => {
    const { base, slug, manager, guest, kervalan } = await scene()
    await client
      .post(`${base}/espaces/${slug}/partage`)
      .form({ guest: kervalan.name, level: 'editor' })
      .loginAs(manager)
      .withCsrfToken()
      .redirects(0)
    const page = () => client.get(`${base}/espaces/${slug}`).loginAs(guest)
    ;(await page()).assertStatus(200)
    await tenancy.run((await place('kervalan')).id, () =>
      Membership.query({ client: tenancy.trx() })
        .where('user_id', guest.id)
        .update({ state: 'suspended' })
    )
    ;(await page()).assertStatus(404)
  })

  test('is taken back with the folders in it that have rights of their own', async ({ client }) => {
    const { owner, base, slug, document, guest } = await scene()
    const kervalan = (await place('kervalan')).id
    await tenancy.run(owner.id, async () => {
      await shareSpace({ slug, guestId: kervalan, level: 'reader' })
      const root = { spaceId: document.spaceId, parentId: null, accessId: document.accessId }
      const folder = await Node.openFolder(root, 'À part', SYSTEM)
      await setOwnRights(folder, await entriesOf(folder.accessId), SYSTEM)
      await move(await Node.get(document.id), (await Node.get(folder.id)).within, SYSTEM)
    })
    const page = () => client.get(`${base}/documents/${document.id}`).loginAs(guest)
    ;(await page()).assertStatus(200)
    await tenancy.run(owner.id, () => shareSpace({ slug, guestId: kervalan, level: null }))
    ;(await page()).assertStatus(404)
  })

  test('is shown to its guests where they work', async ({ client }) => {
    const { owner, slug, guest } = await scene()
    const spaceId = await tenancy.run(owner.id, async () => (await Space.called(slug)).id)
    await tenancy.run((await place('kervalan')).id, () =>
      noteOpening({ ownerId: owner.id, spaceId }, true)
    )
    const home = await client.get('/c/kervalan/ged').loginAs(guest)
    home.assertTextIncludes(`/c/${owner.slug}/ged`)
  })

  test('is opened to no one that nobody knows, and the sentence says so', async ({ client }) => {
    const { base, slug, manager } = await scene()
    const answer = await client
      .post(`${base}/espaces/${slug}/partage`)
      .json({ guest: 'Atlantide', level: 'reader' })
      .accept('json')
      .loginAs(manager)
      .withCsrfToken()
    answer.assertStatus(422)
    answer.assertTextIncludes('Atlantide')
  })
})
