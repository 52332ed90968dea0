import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { readNow } from '#web/search'
import { addVersion } from '#app/ged/nodes/file_document'
import Version from '#app/ged/nodes/version'
import { person, place } from '#tests/world/world'
import { aDocument } from './support/documents.js'

/** A text of Kervalan in as many versions as it is given, each read. */
async function scene(client: ApiClient, texts: string[]) {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const document = await within(() => aDocument(`Arrêté ${uuidv7()}.txt`))
  for (const text of texts) {
    await within(async () => {
      const file = await documents.store(Buffer.from(text), { name: document.name })
      await addVersion(document.id, file, { by: SYSTEM, comment: `Vu ${text.length}` })
    })
  }
  const versions = await within(() => Version.of(document.id))
  const readAll = async () => {
    for (const { digest } of versions) await readNow(tenant.id, digest)
  }
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const page = `/c/kervalan/ged/documents/${document.id}`
  const compared = (query = '') => client.get(`${page}/comparaison${query}`).loginAs(agent)
  return { within, document, versions, readAll, page, compared }
}

/** Words that no other test has: a text is read once for the same bytes. */
const own = () => `x${uuidv7().replaceAll('-', '')}`

test.group('Two versions', () => {
  test('are told word by word, whichever way they were chosen', async ({ client, assert }) => {
    const word = own()
    const { readAll, compared } = await scene(client, [
      `Le stationnement ${word} est interdit rue de la Gare`,
      `Le stationnement ${word} est autorisé rue de la Gare`,
    ])
    await readAll()
    for (const query of ['?de=1.1&a=1.2', '?de=1.2&a=1.1', '']) {
      const answer = await compared(query)
      answer.assertStatus(200)
      const text = answer.text().replace(/\s+/g, ' ')
      assert.match(text, /<del>.{0,60}interdit/)
      assert.match(text, /<ins>.{0,60}autorisé/)
      assert.include(text, '1 mot retiré')
    }
  })

  test('that are the same bytes, and those that are not read, say so', async ({
    client,
    assert,
  }) => {
    const word = own()
    const { compared, readAll } = await scene(client, [word, word])
    const waiting = (await compared('?de=1.0&a=1.2')).text()
    assert.include(waiting, 'ne se compare pas')
    await readAll()
    const same = (await compared('?de=1.1&a=1.2')).text()
    assert.include(same, 'octet pour octet')
    assert.include(same, 'Aucun mot')
  })

  test('are of a document that one reads, and that has them', async ({ client }) => {
    const { compared, page } = await scene(client, [own()])
    ;(await compared('?de=7.3')).assertStatus(404)
    ;(await compared(`?de=${'9'.repeat(40)}`).accept('json')).assertStatus(422)
    const stranger = await person('Gaël Riou', { landreval: ['agent'] })
    ;(await client.get(`${page}/comparaison`).loginAs(stranger)).assertStatus(404)
  })

  test('say nothing of what markup a text holds', async ({ client, assert }) => {
    const word = own()
    const { readAll, compared } = await scene(client, [`${word} un`, `${word} <b>deux</b>`])
    await readAll()
    const text = (await compared()).text()
    assert.include(text, '&lt;b&gt;deux')
    assert.notInclude(text, '<b>deux')
  })
})
