import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { buffer } from 'node:stream/consumers'
import mail from '@adonisjs/mail/services/main'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import DossierVersion from '#app/procurement/changing/dossier_version'
import Withdrawal from '#app/procurement/changing/withdrawal'
import { dceZip } from '#app/procurement/publication/dce_zip'
import { runDueJobs } from '#tests/helpers/jobs'
import { consultation, market, published, type Market } from './room.js'

const NAME = 'CCTP éclairé.txt'
const REASON = 'Le délai passe à huit mois.'

test.group('The dossier of a published consultation', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  const form = (id: string) => `/c/kervalan/marches/${id}/dossier`
  const changes = (
    client: ApiClient,
    id: string,
    { files = {}, ...fields }: { files?: Record<string, string>; [field: string]: unknown } = {}
  ) => {
    const request = client
      .post(form(id))
      .fields({ reason: REASON, weight: 'minor', ...fields } as Record<string, string>)
      .header('referer', form(id))
      .loginAs(town.agent)
      .withCsrfToken()
    for (const [filename, text] of Object.entries(files))
      request.file('dce', Buffer.from(text), { filename })
    return request
  }
  const versions = (id: string) =>
    tenancy.run(town.tenant.id, () =>
      DossierVersion.query().where('consultationId', id).orderBy('number')
    )
  const zipped = (client: ApiClient, path: string) => {
    const request = client.get(path)
    request.request.responseType('arraybuffer')
    return request
  }

  test('changes as a version that everybody is told, and the former one stays downloadable', async ({
    client,
    assert,
  }) => {
    using fake = mail.fake()
    const id = await published(client, town)
    const page = `/p/kervalan/marches/${id}`
    await client.post(`${page}/suivi`).form({ email: 'retire@exemple.test' }).withCsrfToken()
    const before = (await zipped(client, `${page}/dce.zip`)).body()
    ;(await client.get(form(id)).loginAs(town.agent)).assertTextIncludes(NAME)
    const files = { [NAME]: 'cahier des charges. Huit mois.', 'Annexe.txt': 'une annexe' }
    ;(await changes(client, id, { files })).assertTextIncludes('version 2')
    const [first, second] = await versions(id)
    assert.equal(first.number, 1)
    assert.deepEqual(
      [second.diff.added, second.diff.modified].map((list) => list.map(({ name }) => name)),
      [['Annexe.txt'], [NAME]]
    )
    const open = await client.get(page)
    open.assertTextIncludes('Versions du dossier')
    open.assertTextIncludes('Annexe.txt (SHA-256')
    const former = (await zipped(client, `${page}/versions/1/dce.zip`)).body()
    assert.isTrue(Buffer.from(before).equals(Buffer.from(former)))
    const now = (await zipped(client, `${page}/dce.zip`)).body()
    assert.isFalse(Buffer.from(before).equals(Buffer.from(now)))
    const sha256 = first.files[0].sha256
    ;(await client.get(`${page}/versions/1/documents/${sha256}`)).assertStatus(200)
    ;(await client.get(`/api/v1/procurement/consultations/${id}/documents/${sha256}`)).assertStatus(
      200
    )
    ;(await client.get(`${page}/versions/9/dce.zip`)).assertStatus(404)
    await runDueJobs(town.tenant.id)
    const told = fake.messages.sent().map(({ nodeMailerMessage }) => nodeMailerMessage as any)
    assert.include(JSON.stringify(told.map(({ to }) => to)), 'retire@exemple.test')
    assert.match(JSON.stringify(told.map(({ text }) => text)), /Modifié.:.CCTP éclairé\.txt/)
    // The texts are compared in a thread apart, and the page shows which sentences came
    ;(await client.get(page)).assertTextIncludes('Huit mois.')
  })

  test('gives the whole of what it was to who takes it while it changes', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const one = await consultation(town, id)
    const whole = await buffer(await tenancy.run(town.tenant.id, () => dceZip(one)))
    const begun = await tenancy.run(town.tenant.id, () => dceZip(one))
    await changes(client, id, { files: { [NAME]: 'tout autre chose' } })
    assert.isTrue((await buffer(begun)).equals(whole))
    const after = await buffer(await tenancy.run(town.tenant.id, () => dceZip(one)))
    assert.include(after.toString('latin1'), 'tout autre chose')
    assert.notInclude(whole.toString('latin1'), 'tout autre chose')
  })

  test('that changes in an important way proposes another hour, with its reason', async ({
    client,
  }) => {
    const id = await published(client, town)
    const answer = await changes(client, id, {
      files: { [NAME]: 'tout autre chose' },
      weight: 'important',
    })
    answer.assertTextIncludes('Reporter l’heure limite')
    answer.assertTextIncludes('R2151-4')
  })

  test('is not changed by nothing, nor after the hour, nor over what another changed', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    ;(await changes(client, id)).assertTextIncludes('Rien ne change')
    assert.lengthOf(await versions(id), 0)
    const read = await client.get(form(id)).loginAs(town.agent)
    const seen = /name=["']seen["'][^>]*value=["']([^"']+)/.exec(read.text())![1]
    await changes(client, id, { files: { 'A.txt': 'a' } })
    const late = await changes(client, id, { files: { 'B.txt': 'b' }, seen })
    late.assertTextIncludes('a modifié')
    assert.lengthOf(await versions(id), 2)
    const { deadline } = await consultation(town, id)
    clock.freeze(deadline.plus({ seconds: 1 }).toUTC().toISO()!)
    ;(await changes(client, id, { files: { 'C.txt': 'c' } })).assertTextIncludes(
      'L’heure limite est passée'
    )
  })

  test('notes each time that it is taken, and of whom only what she left', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const page = `/p/kervalan/marches/${id}`
    await client.get(`${page}/dce.zip`)
    await client.post(`${page}/suivi`).form({ email: 'laisse@exemple.test' }).withCsrfToken()
    const taken = await tenancy.run(town.tenant.id, () =>
      Withdrawal.query().where('consultationId', id).orderBy('id')
    )
    assert.deepEqual(
      taken.map(({ what, email, version }) => [what, email, version]),
      [
        ['Dossier complet', null, 1],
        ['Adresse laissée pour être prévenu', 'laisse@exemple.test', 1],
      ]
    )
  })
})
