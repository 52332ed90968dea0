import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { uuidv7 } from '#lib/values'
import { setOwnRights } from '#app/ged/access/own_rights'
import Comment from '#app/ged/comments/comment'
import Node from '#app/ged/nodes/node'
import { discard } from '#app/ged/nodes/trash'
import Relation from '#app/ged/relations/relation'
import { mentionsIn } from '#app/ged/rules/mentions'
import { person, place } from '#tests/world/world'
import { exportOf, memberApart } from './support/commands.js'
import { aDocument, aFolder } from './support/documents.js'

const BASE = '/c/kervalan/ged'

/** A document of Kervalan, and two agents who read it. */
async function scene(client: ApiClient) {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const document = await within(() => aDocument(`Arrêté ${uuidv7()}.txt`))
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  // A name of this test alone: those who bear it are told of it
  const surname = uuidv7()
    .slice(-12)
    .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)])
  const other = await person(`Élouan Tr${surname}`, { kervalan: ['agent'] })
  const sent = (who: User, request: ReturnType<ApiClient['post']>) =>
    request.accept('json').loginAs(who).withCsrfToken().redirects(0)
  const page = `${BASE}/documents/${document.id}`
  const says = (body: string, who = agent) =>
    sent(who, client.post(`${page}/commentaires`).form({ body }))
  const news = (who: User) =>
    within(() =>
      tenancy
        .trx()
        .from('kernel.mail_news')
        .where({ tenant_id: tenant.id, person_id: who.id, subject_id: document.id })
    )
  const relates = (kind: string, to: string, who = agent, from = document) =>
    sent(who, client.post(`${BASE}/documents/${from.id}/relations`).form({ kind, to }))
  return { tenant, within, document, agent, other, surname, sent, page, says, news, relates }
}

test.group('A comment', () => {
  test('is read by who reads the document, and taken back by its author alone', async ({
    client,
    assert,
  }) => {
    const { page, says, agent, other, sent, within, document } = await scene(client)
    ;(await says('À relire avant le conseil')).assertStatus(302)
    ;(await client.get(page).loginAs(other)).assertTextIncludes('À relire avant le conseil')
    const comment = await within(() => Comment.query().where('node_id', document.id).firstOrFail())
    const withdraw = (who: User) => sent(who, client.delete(`${BASE}/commentaires/${comment.id}`))
    ;(await withdraw(other)).assertStatus(404)
    ;(await withdraw(agent)).assertStatus(302)
    ;(await withdraw(agent)).assertStatus(404)
    const shown = (await client.get(page).loginAs(other)).text()
    assert.notInclude(shown, 'À relire avant')
    assert.include(shown, 'Retiré par son auteur')
    const entries = await within(() => journal.entriesOf(document.ref))
    assert.deepEqual(
      entries.map(({ type }) => type).filter((type) => type.includes('comment')),
      ['ged.commented', 'ged.comment_withdrawn']
    )
    assert.notInclude(JSON.stringify(entries), 'À relire avant', 'what is taken back is nowhere')
  })

  test('tells each member whom it names, once, without a word of it', async ({
    client,
    assert,
  }) => {
    const { says, other, surname, news, agent } = await scene(client)
    const name = `@élouan tr${surname}`
    ;(
      await says(`${name}, peux-tu voir ? Merci ${name}. Écrire à mairie@kervalan.fr.`)
    ).assertStatus(302)
    const [told, ...others] = await news(other)
    assert.lengthOf(others, 0)
    assert.notMatch(told.words, /voir|Arrêté|Maëlle/)
    assert.lengthOf(await news(agent), 0)
  })

  test('says at its place whom it names that is nobody here, or does not read', async ({
    client,
    assert,
  }) => {
    const { says, surname, within, document, agent, other, news } = await scene(client)
    const nobody = await says('Voir avec @Personne Inconnue, vite')
    nobody.assertStatus(422)
    assert.include(JSON.stringify(nobody.body()), '« Personne Inconnue »')
    await within(async () => {
      const folder = await aFolder('Réservé')
      const own = { principal: { kind: 'person' as const, id: agent.id }, level: 'editor' as const }
      await setOwnRights(folder, [own], SYSTEM)
      const { accessId, spaceId } = await Node.get(folder.id)
      await (await Node.get(document.id)).merge({ accessId, spaceId, parentId: folder.id }).save()
    })
    const hidden = await says(`@Élouan Tr${surname} regarde`)
    hidden.assertStatus(422)
    assert.include(JSON.stringify(hidden.body()), 'ne lit pas ce document')
    assert.lengthOf(await news(other), 0)
    const unread = await says('Bonjour', other)
    unread.assertStatus(404)
  })

  test('is in no export of the document', async ({ assert }) => {
    const tenant = await memberApart()
    const word = `x${uuidv7()}`
    const { id: authorId } = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await tenancy.run(tenant.id, async () => {
      const { id: nodeId } = await aDocument('Plan.txt')
      await Comment.create({ nodeId, authorId, body: word, at: clock.now() })
    })
    const out = join(await mkdtemp(join(tmpdir(), 'ged-')), 'out')
    try {
      assert.equal((await exportOf('--tenant', tenant.siren, '--out', out)).status, 0)
      const files = await readdir(out, { recursive: true, withFileTypes: true })
      const texts = await Promise.all(
        files
          .filter((file) => file.isFile())
          .map((file) => readFile(join(file.parentPath, file.name), 'utf8'))
      )
      assert.isAbove(texts.length, 2)
      assert.notInclude(texts.join(), word)
    } finally {
      await rm(out, { recursive: true, force: true })
    }
  })

  test('names the longest name, and nobody within an address', ({ assert }) => {
    const people = [
      { id: 'short', name: 'Anne Le' },
      { id: 'long', name: 'Anne Le Gall' },
    ]
    const named = (text: string) => mentionsIn(text, people).map(({ personId }) => personId)
    assert.deepEqual(named('(@anne le gall) et @ANNE LE'), ['long', 'short'])
    assert.deepEqual(named('contact@anne.fr'), [])
    assert.deepEqual(named('@Anne Lebrun'), [null])
  })
})

test.group('A relation', () => {
  test('is said once, and seen from both sides in its words', async ({ client, assert }) => {
    const { relates, page, within, agent, document, sent } = await scene(client)
    const answer = await within(() => aDocument(`Réponse ${uuidv7()}.txt`))
    const hers = `${BASE}/documents/${answer.id}`
    ;(await relates('replies', `http://localhost${page}`, agent, answer)).assertStatus(302)
    ;(await relates('replies', document.id, agent, answer)).assertStatus(302)
    assert.match((await client.get(hers).loginAs(agent)).text(), /Répond à/)
    assert.match((await client.get(page).loginAs(agent)).text(), /A pour réponse/)
    const [relation, ...others] = await within(() => Relation.of(document.id))
    assert.lengthOf(others, 0)
    await sent(agent, client.delete(`${BASE}/relations/${relation.id}`))
    assert.notMatch((await client.get(page).loginAs(agent)).text(), /A pour réponse/)
  })

  test('finds the other by its whole title, and says what it cannot find', async ({
    client,
    assert,
  }) => {
    const { relates, within, document } = await scene(client)
    const title = `Plan x${uuidv7().replaceAll('-', '')}`
    await within(() => aDocument(`${title}.txt`))
    ;(await relates('annex', title)).assertStatus(302)
    assert.lengthOf(await within(() => Relation.of(document.id)), 1)
    await within(async () => aDocument(`${title}.txt`, await aFolder('Doubles')))
    const doubled = await relates('see', title)
    doubled.assertStatus(422)
    assert.include(JSON.stringify(doubled.body()), 'Plusieurs documents')
    ;(await relates('see', document.id)).assertStatus(422)
    const unknown = await relates('see', uuidv7())
    assert.include(JSON.stringify(unknown.body()), 'Aucun document')
  })

  test('follows the rights of both documents', async ({ client, assert }) => {
    const { relates, page, within, agent, other, document } = await scene(client)
    const reader = await person('Soizic Madec', { kervalan: ['reader'] })
    const secret = await within(async () => {
      const folder = await aFolder('Réservé')
      const own = { principal: { kind: 'person' as const, id: agent.id }, level: 'editor' as const }
      await setOwnRights(folder, [own], SYSTEM)
      return aDocument(`Secret ${uuidv7()}.txt`, await Node.get(folder.id))
    })
    ;(await relates('see', document.id, reader)).assertStatus(403)
    ;(await relates('see', secret.id, other)).assertStatus(422)
    ;(await relates('see', secret.id)).assertStatus(302)
    assert.include((await client.get(page).loginAs(agent)).text(), secret.title)
    assert.notInclude((await client.get(page).loginAs(other)).text(), secret.title)
    await within(async () => discard(await Node.get(secret.id), SYSTEM))
    assert.notInclude((await client.get(page).loginAs(agent)).text(), secret.title)
  })
})
