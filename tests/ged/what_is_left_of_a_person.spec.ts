import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { uuidv7 } from '#lib/values'
import { readNow } from '#web/search'
import { addVersion } from '#app/ged/nodes/file_document'
import Node from '#app/ged/nodes/node'
import { discard } from '#app/ged/nodes/trash'
import Version from '#app/ged/nodes/version'
import { person, place } from '#tests/world/world'
import { aDocument } from './support/documents.js'

const BASE = '/c/kervalan/ged'

/** Who answers for personal data and changes documents, another who reads them only; a name of this test. */
async function scene(client: ApiClient) {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const delegate = await person('Nolwenn Caradec', { kervalan: ['agent', 'privacy'] })
  const reader = await person('Soizic Madec', { kervalan: ['reader', 'privacy'] })
  const letters = [...uuidv7().replaceAll('-', '')]
  const family = `z${letters.map((sign) => 'abcdefghijklmnop'[Number.parseInt(sign, 16)]).join('')}`
  const looks = async (form: object, who: User = delegate) => {
    const sent = client.post(`${BASE}/personnes`).accept('json').loginAs(who).withCsrfToken()
    const page = String((await sent.redirects(0).form(form)).header('location'))
    const text = async (path = '') => (await client.get(page + path).loginAs(who)).text()
    return { page, text, shown: await text() }
  }
  /** A version of a document that says something, read as the workers do. */
  const says = async ({ id }: Node, text: string) => {
    await within(async () => {
      const file = await documents.store(Buffer.from(text), { name: 'texte.txt' })
      await addVersion(id, file, { by: SYSTEM })
    })
    const { digest } = await within(() => Version.lastOf(id))
    await readNow(tenant.id, digest)
  }
  const throws = (node: Node) => within(async () => discard(await Node.get(node.id), SYSTEM))
  return { within, reader, family, looks, says, throws }
}

test.group('What is left of a person', () => {
  test('is found in the trash, by whoever may take it back', async ({ client, assert }) => {
    const { within, reader, family, looks, says, throws } = await scene(client)
    const titled = await within(() => aDocument(`Lettre à ${family}.txt`))
    const body = await within(() => aDocument('Note jetée.txt'))
    await says(body, `Vu avec Anne ${family} hier`)
    for (const one of [titled, body]) await throws(one)
    const { shown } = await looks({ family, given: 'Anne' })
    assert.include(shown, 'Prénom et nom, à la corbeille')
    assert.include(shown, 'Note jetée')
    const { shown: byName } = await looks({ family })
    assert.include(byName, `Lettre à ${family}`)
    assert.include(byName, `href="${BASE}/corbeille"`)
    const other = await looks({ family }, reader)
    assert.notInclude(other.shown, 'Note jetée')
    assert.include(other.shown, 'Aucun document ne la nomme')
  })

  test('is found in a version before the last, which says which, and goes with the export', async ({
    client,
    assert,
  }) => {
    const { within, family, looks, says } = await scene(client)
    const document = await within(() => aDocument('Arrêté corrigé.txt'))
    await says(document, `Nomination de ${family}`)
    await says(document, `Nomination de quelqu’un d’autre ${uuidv7()}`)
    const { shown, text } = await looks({ family })
    assert.include(shown, 'Nom, dans la version 1.1')
    const zip = await text('/export')
    assert.include(zip, `Nomination de ${family}`)
    assert.match(zip, /;1\.2;non;/)
    assert.match(zip, /;1\.1;non;/)
  })

  test('is her name and no other that looks like it', async ({ client, assert }) => {
    const { within, family, looks, says, throws } = await scene(client)
    const document = await within(() => aDocument('Note voisine.txt'))
    await says(document, `Vu avec ${family}ette`)
    await throws(document)
    const { shown } = await looks({ family })
    assert.include(shown, 'Aucun document ne la nomme')
  })
})
