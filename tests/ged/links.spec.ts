import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { setOwnRights } from '#app/ged/access/own_rights'
import { linkPath } from '#app/ged/links/addresses'
import Link from '#app/ged/links/link'
import LinkDeposit from '#app/ged/links/link_deposit'
import { openLink } from '#app/ged/links/open_link'
import { discard } from '#app/ged/nodes/trash'
import Node from '#app/ged/nodes/node'
import { clock } from '#kernel/clock'
import { runDueJobs } from '#tests/helpers/jobs'
import { withTimeAuthority } from '#tests/helpers/time_authority'
import { lay, visitor } from '#tests/helpers/visitor'
import { person, place } from '#tests/world/world'
import { aDocument, aFolder } from './support/documents.js'

const HOST = () => `http://${process.env.HOST}:${process.env.PORT}`
const TOMORROW = () => clock.now().plus({ days: 1 }).toISODate()!

/** A folder of Kervalan with a document, and what a link opened on one of them leads to. */
async function scene() {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const { folder, document } = await within(async () => {
    const opened = await aFolder('Voirie')
    return { folder: opened, document: await aDocument('Arrêté 117.txt', opened) }
  })
  const opened = async (node: Node, more: Partial<Parameters<typeof openLink>[1]> = {}) => {
    const asked = { kind: 'read' as const, until: TOMORROW(), ...more }
    const link = await within(() => openLink(node, asked, SYSTEM))
    return { link, address: linkPath(tenant, link.id) }
  }
  return { tenant, within, folder, document, opened }
}

test.group('A link to read', () => {
  test('gives a document to whoever holds it, counts it once, and is shut when spent', async ({
    assert,
  }) => {
    const { document, opened, within } = await scene()
    const { address, link } = await opened(document, { mostUses: 1 })
    const first = visitor('203.0.113.31')
    const page = await first.call(address)
    assert.equal(page.status, 200)
    assert.include(page.text, 'Arrêté 117')
    assert.equal(page.headers.get('x-robots-tag'), 'noindex')
    const file = `${address}/documents/${document.id}`
    assert.equal((await first.call(file)).status, 404)
    assert.equal((await first.send(address, file)).status, 302)
    const got = await first.call(file)
    assert.match(got.text, /^texte /)
    // A cut is taken up: the same download, in part, does not count again
    const part = await first.call(file, { headers: { range: 'bytes=6-' } })
    assert.equal(part.status, 206)
    assert.equal((await first.send(address, file)).status, 302)
    const second = visitor('203.0.113.32')
    assert.equal((await second.send(address, file)).status, 404)
    const entries = await within(() => journal.entriesOf(link.ref))
    assert.deepEqual(
      entries.map(({ type }) => type),
      ['ged.link_opened', 'ged.link_downloaded']
    )
  })

  test('asks for its password, bears ten wrong ones, then waits', async ({ assert }) => {
    const { document, opened } = await scene()
    const { address } = await opened(document, { password: 'ouvre-toi !' })
    const guest = visitor('203.0.113.33')
    const locked = await guest.call(address)
    assert.notInclude(locked.text, 'Arrêté 117')
    assert.equal((await guest.call(`${address}/documents/${document.id}`)).status, 404)
    const enter = (password: string) => guest.send(address, `${address}/entree`, { password })
    await enter('autre chose')
    assert.notInclude((await guest.call(address)).text, 'Arrêté 117')
    await enter('ouvre-toi !')
    assert.include((await guest.call(address)).text, 'Arrêté 117')
    const other = visitor('203.0.113.34')
    for (let wrong = 0; wrong < 10; wrong++)
      await other.send(address, `${address}/entree`, { password: `essai ${wrong}` })
    await other.send(address, `${address}/entree`, { password: 'ouvre-toi !' })
    assert.notInclude((await other.call(address)).text, 'Arrêté 117')
  })

  test('of a folder opens what is below, but for what has rights of its own or went away', async ({
    assert,
  }) => {
    const { folder, opened, within } = await scene()
    const { address } = await opened(folder)
    const { below, apart, outside } = await within(async () => {
      const inner = await Node.openFolder(folder.within, '2026', SYSTEM)
      const secret = await Node.openFolder(folder.within, 'Réservé', SYSTEM)
      await setOwnRights(secret, [], SYSTEM)
      return {
        below: inner,
        apart: await Node.get(secret.id),
        outside: await aDocument('Ailleurs.txt'),
      }
    })
    const guest = visitor('203.0.113.35')
    const page = await guest.call(address)
    assert.include(page.text, '2026')
    assert.notInclude(page.text, 'Réservé')
    const statuses = await Promise.all(
      [below.id, apart.id, outside.id].map(
        async (id) => (await guest.call(`${address}/dossiers/${id}`)).status
      )
    )
    assert.deepEqual(statuses, [200, 404, 404])
    assert.equal((await guest.send(address, `${address}/documents/${outside.id}`)).status, 404)
    await within(async () => discard(await Node.get(folder.id), SYSTEM))
    assert.equal((await guest.call(address)).status, 404)
  })

  test('is shut at once when it expires or is revoked, and one that we never made does not open', async ({
    client,
    assert,
  }) => {
    const { tenant, document, opened, within } = await scene()
    const [expired, revoked] = [await opened(document), await opened(document)]
    const guest = visitor('203.0.113.36')
    const file = `${revoked.address}/documents/${document.id}`
    await guest.send(revoked.address, file)
    assert.equal((await guest.call(file)).status, 200)
    await within(async () => {
      const past = clock.now().minus({ minutes: 1 })
      await (await Link.hold(expired.link.id)).merge({ expiresAt: past }).save()
    })
    const manager = await person('Nolwenn Caradec', { kervalan: ['administrator'] })
    await client
      .delete(`/c/kervalan/ged/liens/${revoked.link.id}`)
      .loginAs(manager)
      .withCsrfToken()
      .redirects(0)
    const forged = `${expired.address.slice(0, -2)}xx`
    for (const path of [expired.address, revoked.address, file, forged])
      assert.equal((await guest.call(path)).status, 404, path)
    const neighbour = expired.address.replace(tenant.slug, 'landreval')
    assert.equal((await guest.call(neighbour)).status, 404)
  })
})

test.group('A link to deposit', () => {
  test('files what comes in its folder, piece by piece or with the form, and gives a sealed receipt', async ({
    assert,
  }) => {
    await withTimeAuthority()
    const { tenant, folder, opened, within } = await scene()
    const { address, link } = await opened(folder, { kind: 'drop' })
    const guest = visitor('203.0.113.37')
    assert.notInclude((await guest.call(address)).text, 'Arrêté 117')
    const begun = await guest.send(address, `${address}/depots`, { depositor: 'SARL Bâti Breizh' })
    const page = new URL(begun.headers.get('location')!, HOST()).pathname
    const door = `/depot/${page.split('/').at(-1)}`
    const bytes = Buffer.from('plan du rez-de-chaussée')
    assert.equal(await lay(guest, door, 'Arrêté 117.txt', bytes), 201)
    assert.equal((await guest.send(page, page)).status, 302)
    await runDueJobs(tenant.id, 'ged.seal_link_receipt')
    const ended = await guest.call(page)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    assert.include(ended.text, sha256)
    const receipt = await guest.call(`${page}/recepisse.zip`)
    assert.equal(receipt.status, 200)
    const { names, deposits } = await within(async () => ({
      names: (await Node.at(folder.within)).map(({ name }) => name).sort(),
      deposits: await LinkDeposit.query().where('link_id', link.id),
    }))
    assert.deepEqual(names, ['Arrêté 117 (2).txt', 'Arrêté 117.txt'])
    assert.lengthOf(deposits, 1)
    await within(async () => {
      const kept = await documents.find(deposits[0].receiptDocumentId!)
      assert.isAbove(kept.size, 0)
    })
  })

  test('takes nothing more once it is revoked', async ({ client, assert }) => {
    const { folder, opened } = await scene()
    const { address, link } = await opened(folder, { kind: 'drop' })
    const guest = visitor('203.0.113.38')
    const begun = await guest.send(address, `${address}/depots`, { depositor: 'Une voisine' })
    const page = new URL(begun.headers.get('location')!, HOST()).pathname
    const manager = await person('Nolwenn Caradec', { kervalan: ['administrator'] })
    await client
      .delete(`/c/kervalan/ged/liens/${link.id}`)
      .loginAs(manager)
      .withCsrfToken()
      .redirects(0)
    const late = await guest.call(`/depot/${page.split('/').at(-1)}`, {
      method: 'POST',
      headers: { 'upload-length': '1', 'upload-metadata': 'filename YQ==' },
    })
    assert.deepEqual([late.status, (await guest.call(page)).status], [404, 404])
  })
})

test.group('Opening a link', () => {
  test('is for who manages the place, on its page and by program alike', async ({
    client,
    assert,
  }) => {
    const { tenant, folder, document } = await scene()
    const manager = await person('Nolwenn Caradec', { kervalan: ['administrator'] })
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const at = `/c/kervalan/ged/elements/${folder.id}/liens`
    const open = (who: typeof agent, fields: object) =>
      client.post(at).json(fields).accept('json').loginAs(who).withCsrfToken().redirects(0)
    const asked = { kind: 'drop', until: TOMORROW() }
    ;(await open(agent, asked)).assertStatus(403)
    assert.notInclude([403, 404, 422], (await open(manager, asked)).status())
    ;(await open(manager, { ...asked, until: '2020-01-01' })).assertStatus(422)
    const page = await client.get(at).loginAs(manager)
    page.assertTextIncludes(`/p/${tenant.slug}/liens/`)
    const onDocument = await client
      .post(`/c/kervalan/ged/elements/${document.id}/liens`)
      .json(asked)
      .accept('json')
      .loginAs(manager)
      .withCsrfToken()
    onDocument.assertStatus(422)
    const all = await client.get('/c/kervalan/ged/espaces/commun/liens').loginAs(manager)
    all.assertTextIncludes('Voirie')
    assert.isNotNull(await tenants.bySlug('kervalan'))
  })
})
