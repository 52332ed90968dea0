import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { uuidv7 } from '#lib/values'
import { clock } from '#kernel/clock'
import { setOwnRights } from '#app/ged/access/own_rights'
import { forgetPersonSearches } from '#app/ged/jobs/forget_person_searches'
import Comment from '#app/ged/comments/comment'
import Node from '#app/ged/nodes/node'
import PersonSearch from '#app/ged/privacy/person_search'
import DocumentType from '#app/ged/types/document_type'
import { person, place } from '#tests/world/world'
import { cookieOf } from '#tests/helpers/streams'
import { aDocument, aFolder } from './support/documents.js'

const BASE = '/c/kervalan/ged'
const TOLD = {
  ...{ purpose: 'Instruire les permis', legalBasis: 'e', persons: 'Demandeurs, voisins' },
  ...{ data: 'Identité, adresse', disclosedTo: 'Service instructeur' },
}

/** The delegate to data protection of Kervalan, who works there as an agent too; and a name of this test alone. */
async function scene(client: ApiClient) {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const delegate = await person('Nolwenn Caradec', { kervalan: ['agent', 'privacy'] })
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const family = `z${[...uuidv7().replaceAll('-', '')].map((sign) => 'abcdefghijklmnop'[Number.parseInt(sign, 16)]).join('')}`
  const sent = (who: User, request: ReturnType<ApiClient['post']>) =>
    request.accept('json').loginAs(who).withCsrfToken().redirects(0)
  const looks = async (form: object, who = delegate) => {
    const answer = await sent(who, client.post(`${BASE}/personnes`).form(form))
    return { answer, page: String(answer.header('location')) }
  }
  return { tenant, within, delegate, agent, family, sent, looks }
}

test.group('The register of what is done with personal data', () => {
  test('says of a type what is done, for how long, and is taken away', async ({
    client,
    assert,
  }) => {
    const { within, delegate, sent } = await scene(client)
    await client.get(`${BASE}/registre`).loginAs(delegate)
    const type = await within(() => DocumentType.query().where('code', 'permis').firstOrFail())
    const url = `${BASE}/registre/${type.id}`
    await within(() => type.merge({ retentionRule: 'P10Y', finalAction: 'keep' }).save())
    ;(await sent(delegate, client.put(url).form(TOLD))).assertStatus(302)
    const page = await client.get(`${BASE}/registre`).loginAs(delegate)
    for (const text of [TOLD.purpose, 'Mission d’intérêt public', TOLD.disclosedTo, '10 ans']) {
      page.assertTextIncludes(text)
    }
    const file = await client.get(`${BASE}/registre/csv`).loginAs(delegate)
    assert.include(file.text(), 'Permis;Instruire les permis;')
    // What was typed is not lost, and all that is missing is said at once
    const bad = await sent(
      delegate,
      client.put(url).form({ ...TOLD, purpose: '', legalBasis: 'z' })
    )
    bad.assertStatus(422)
    assert.sameMembers(
      bad.body().errors.map(({ field }: { field: string }) => field),
      ['purpose', 'legalBasis']
    )
  })

  test('is of whoever answers for personal data, and of nobody else', async ({ client }) => {
    const { agent } = await scene(client)
    for (const path of ['registre', 'registre/csv', 'personnes']) {
      ;(await client.get(`${BASE}/${path}`).loginAs(agent).accept('json')).assertStatus(403)
    }
  })
})

test.group('What is kept of a person', () => {
  test('is found by her names in what one reads, and not elsewhere', async ({ client, assert }) => {
    const { within, delegate, family, looks } = await scene(client)
    const made = await within(async () => {
      const folder = await aFolder(`Ressources ${uuidv7()}`)
      await setOwnRights(folder, [], SYSTEM)
      return {
        whole: await aDocument(`Courrier à Anne ${family}.txt`),
        initial: await aDocument(`Note de A. ${family}.txt`),
        other: await aDocument(`Courrier à Yann ${family}.txt`),
        longer: await aDocument(`Courrier à Anne ${family}ec.txt`),
        shut: await aDocument(`Dossier de Anne ${family}.txt`, await Node.get(folder.id)),
      }
    })
    const { answer, page } = await looks({ given: 'Anne', family: family.toUpperCase() })
    answer.assertStatus(302)
    const found = (await client.get(page).loginAs(delegate)).text()
    assert.include(found, made.whole.title)
    assert.include(found, 'Prénom et nom')
    assert.include(found, made.initial.title)
    assert.notInclude(found, made.other.title)
    assert.notInclude(found, made.longer.id)
    assert.notInclude(found, made.shut.id)
  })

  test('is found in what is said beside a document, and says so', async ({ client, assert }) => {
    const { within, delegate, agent, family, looks } = await scene(client)
    const made = await within(async () => {
      const folder = await aFolder(`Ressources ${uuidv7()}`)
      await setOwnRights(folder, [], SYSTEM)
      const said = { authorId: agent.id, at: clock.now() }
      const says = async (name: string, body: string | null, inside?: Node) => {
        const { id: nodeId } = await aDocument(`${name} ${uuidv7()}.txt`, inside)
        const withdrawnAt = body === null ? clock.now() : null
        await Comment.create({ ...said, nodeId, body, withdrawnAt })
        return nodeId
      }
      return {
        named: await says(
          'Note',
          `Vu avec Mme É. ${family.toUpperCase()} ce matin, 06.12.34.56.78`
        ),
        longer: await says('Note', `Vu avec ${family}ec`),
        withdrawn: await says('Note', null),
        shut: await says('Note', `Vu avec É. ${family}`, await Node.get(folder.id)),
      }
    })
    const { page } = await looks({ given: 'Élodie', family, phone: '0612345678' })
    const found = (await client.get(page).loginAs(delegate)).text()
    assert.include(found, made.named)
    assert.include(found, 'Initiale et nom, dans un commentaire')
    assert.include(found, 'Vu avec Mme')
    for (const id of [made.longer, made.withdrawn, made.shut]) assert.notInclude(found, id)
    const cookie = await cookieOf(delegate)
    const address = `http://${process.env.HOST}:${process.env.PORT}${page}/export`
    const zip = Buffer.from(await (await fetch(address, { headers: { cookie } })).arrayBuffer())
    assert.isTrue(zip.includes('Vu avec Mme É.'), 'what is said of her is handed over too')
  })

  test('is handed over with a list, and the journal never says of whom', async ({
    client,
    assert,
  }) => {
    const { tenant, within, delegate, family, looks } = await scene(client)
    await within(() => aDocument(`Courrier à ${family}.txt`))
    const { page } = await looks({ family, reference: 'DA-2026-14' })
    const cookie = await cookieOf(delegate)
    const zip = await fetch(`http://${process.env.HOST}:${process.env.PORT}${page}/export`, {
      headers: { cookie },
    })
    assert.equal(zip.headers.get('content-type'), 'application/zip')
    const bytes = Buffer.from(await zip.arrayBuffer())
    // Stored and not pressed: what it holds is read in it
    for (const text of ['liste.csv', 'documents/0001 Courrier', `Courrier à ${family};`]) {
      assert.isTrue(bytes.includes(text), text)
    }
    assert.isFalse(bytes.includes('documents/0002'))
    const rows = await within(() =>
      tenancy.trx().from('kernel.journal_entries').where('tenant_id', tenant.id).select('*')
    )
    const said = rows.map((row) => JSON.stringify(row))
    assert.isTrue(said.some((text) => text.includes('DA-2026-14')))
    assert.isFalse(said.some((text) => text.includes(family)))
  })

  test('is looked for by who asks alone, and forgotten after thirty days', async ({
    client,
    assert,
  }) => {
    const { tenant, within, delegate, family, looks, sent } = await scene(client)
    const other = await person('Erwan Tanguy', { kervalan: ['administrator'] })
    const { page } = await looks({ family })
    ;(await client.get(page).loginAs(other).accept('json')).assertStatus(404)
    const id = page.split('/').at(-1)!
    const at = clock.now().minus({ days: 31 })
    await within(() => PersonSearch.query().where('id', id).update({ at: at.toJSDate() }))
    await forgetPersonSearches.run({}, { tenantId: tenant.id } as never)
    assert.isNull(await within(() => PersonSearch.find(id)))
    ;(await client.get(page).loginAs(delegate).accept('json')).assertStatus(404)
    const again = await looks({ family })
    ;(await sent(delegate, client.delete(again.page))).assertStatus(302)
    ;(await client.get(again.page).loginAs(delegate).accept('json')).assertStatus(404)
  })

  test('is not looked for by nothing', async ({ client, assert }) => {
    const { looks } = await scene(client)
    const nobody = await looks({ given: 'Anne' })
    nobody.answer.assertStatus(422)
    const wrong = await looks({ family: 'Riou', phone: '12' })
    wrong.answer.assertStatus(422)
    assert.include(wrong.answer.text(), '06 12 34 56 78')
  })
})
