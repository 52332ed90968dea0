import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { uuidv7 } from '#lib/values'
import { setOwnRights } from '#app/ged/access/own_rights'
import { addVersion } from '#app/ged/nodes/file_document'
import Node from '#app/ged/nodes/node'
import { discard } from '#app/ged/nodes/trash'
import { openService } from '#app/ged/spaces/usual_spaces'
import { rootOf } from '#app/ged/spaces/root_of'
import { twinsIn } from '#app/ged/twins/twins'
import { person, place } from '#tests/world/world'
import { aDocumentAt } from './support/documents.js'

/** A space of this test alone, with what makes documents and twins in it. */
async function scene() {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const slug = `jumeaux-${uuidv7().slice(-12)}`
  const { space, root } = await within(async () => {
    const opened = await openService(slug, `Jumeaux ${slug}`)
    return { space: opened, root: await rootOf(opened.id) }
  })
  const filed = (name: string, bytes?: string, at = root) =>
    within(async () => {
      const node = await aDocumentAt(at, name)
      if (bytes) {
        const file = await documents.store(Buffer.from(bytes), { name })
        await addVersion(node.id, file, { by: SYSTEM })
      }
      return node
    })
  const agent = await person(`Maëlle ${uuidv7()}`, { kervalan: ['agent'] })
  const base = '/c/kervalan/ged'
  const shown = async (client: ApiClient, path: string, as: User = agent) => {
    const answer = await client.get(`${base}${path}`).loginAs(as)
    answer.assertStatus(200)
    return answer.text() as string
  }
  return { tenant, within, slug, space, root, filed, agent, base, shown }
}

/** A folder of the space that one person alone reads. */
const reserved = (root: Awaited<ReturnType<typeof rootOf>>, to: User) => async () => {
  const folder = await Node.openFolder(root, 'Réservé', SYSTEM)
  const own = { principal: { kind: 'person' as const, id: to.id }, level: 'editor' as const }
  await setOwnRights(folder, [own], SYSTEM)
  return (await Node.get(folder.id)).within
}

test.group('Twins', () => {
  test('are the last versions of the same bytes, where one reads them, the largest first', async ({
    client,
    assert,
  }) => {
    const { filed, within, root, slug, shown, agent } = await scene()
    const [small, large] = [`petit ${uuidv7()}`, `grand ${uuidv7()}`.padEnd(500, 'x')]
    await filed('Plan un.txt', small)
    await filed('Plan deux.txt', small)
    await filed('Dossier un.txt', large)
    await filed('Dossier deux.txt', large)
    const gone = await filed('Dossier jeté.txt', large)
    await within(async () => discard(await Node.get(gone.id), SYSTEM))
    const hidden = await within(reserved(root, await person('Autre', { kervalan: ['agent'] })))
    await filed('Plan secret.txt', small, hidden)
    const changed = await filed('Dossier changé.txt', large)
    await within(async () => {
      const file = await documents.store(Buffer.from(uuidv7()), { name: 'neuf.txt' })
      await addVersion(changed.id, file, { by: SYSTEM })
    })
    const text = await shown(client, `/doublons?espace=${slug}`)
    assert.isBelow(text.indexOf('Dossier un.txt'), text.indexOf('Plan un.txt'))
    for (const name of ['jeté', 'secret', 'changé']) assert.notInclude(text, `${name}.txt`)
    assert.equal(text.match(/2 endroits/g)?.length, 2)
    const everywhere = await shown(client, '/doublons')
    assert.include(everywhere, 'Dossier deux.txt')
    const stranger = await client.get(`/c/kervalan/ged/doublons?espace=nulle-part`).loginAs(agent)
    stranger.assertStatus(404)
  })

  test('are told page by page, each once', async ({ assert }) => {
    const { filed, within, space, root } = await scene()
    for (let rank = 0; rank < 21; rank++) {
      const bytes = `${uuidv7()}${'y'.repeat(rank % 3)}`
      await filed(`a${rank}.txt`, bytes)
      await filed(`b${rank}.txt`, bytes)
    }
    const asked = { lists: [root.accessId], spaceId: space.id }
    const first = await within(() => twinsIn(asked, null))
    const second = await within(() => twinsIn(asked, first.next))
    assert.deepEqual([first.twins.length, second.twins.length], [20, 1])
    assert.isNull(second.next)
    const all = [...first.twins, ...second.twins].map(({ digest }) => digest)
    assert.equal(new Set(all).size, 21)
  })
})

test.group('The activity', () => {
  test('of a space says who did what, of what one reads, and is narrowed', async ({
    client,
    assert,
  }) => {
    const { filed, within, root, slug, shown, agent, base } = await scene()
    const { id, name } = await filed('Arrêté du pont.txt')
    const sent = (request: ReturnType<ApiClient['post']>) =>
      request.loginAs(agent).withCsrfToken().redirects(0)
    await sent(client.post(`${base}/documents/${id}/commentaires`).form({ body: 'Vu' }))
    await sent(client.put(`${base}/elements/${id}/nom`).form({ name: 'Arrêté de la halle.txt' }))
    const hidden = await within(reserved(root, await person('Autre', { kervalan: ['agent'] })))
    const secret = await filed('Secret.txt', undefined, hidden)
    await within(async () => discard(await Node.get(secret.id), SYSTEM))
    const path = `/espaces/${slug}/activite`
    const text = await shown(client, path)
    assert.include(text, 'Commenté')
    assert.include(text, 'Renommé')
    assert.include(text, agent.fullName)
    assert.notInclude(text, 'Secret')
    assert.notInclude(await shown(client, `${path}?geste=paroles`), '>Renommé')
    assert.include(await shown(client, `${path}?qui=maelle`), 'Commenté')
    assert.include(await shown(client, `${path}?qui=personne`), 'Aucun geste')
    assert.include(await shown(client, `${path}?fait_au=2001-01-01`), 'Aucun geste')
    const file = await client.get(`${base}${path}/liste/csv`).loginAs(agent)
    assert.include(file.text(), 'Commenté')
    const ofOne = await shown(client, `/documents/${id}/activite`)
    assert.include(ofOne, 'Renommé')
    assert.include(name, 'Arrêté du pont')
  })

  test('of what is in the trash is told to who may take it back', async ({ client, assert }) => {
    const { filed, within, slug, shown } = await scene()
    const node = await filed('Brouillon jeté.txt')
    await within(async () => discard(await Node.get(node.id), SYSTEM))
    const path = `/espaces/${slug}/activite`
    assert.include(await shown(client, path), 'Brouillon jeté')
    const reader = await person(`Lectrice ${uuidv7()}`, { kervalan: ['reader'] })
    assert.notInclude(await shown(client, path, reader), 'Brouillon jeté')
  })
})
