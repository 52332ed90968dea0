/** Arrêté du 22 mars 2019 (annexe 7 of the code), article 1, I: each requirement by its identifier. */
import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { LocalDate } from '#lib/values'
import { checkDecp } from '#lib/decp/check_decp'
import Pli from '#app/procurement/deposit/pli'
import { deposited, isOpened } from '../gestures.js'
import { consultation, drafted, published } from '../room.js'
import { answers, asks, awarded, lettersOf, profileOfEach, ROOT } from './profile.js'

test.group('The arrêté of 22 March 2019: a buyer', (group) => {
  const one = profileOfEach(group)

  test('ACH-01: says who she is before anything of hers is shown', async ({ client, assert }) => {
    const address = `/c/kervalan/marches/${one.id}`
    for (const path of [address, `${address}/questions`, `${address}/registres`]) {
      const answer = await client.get(path).redirects(0)
      assert.include(answer.header('location') ?? '', '/connexion', path)
    }
    ;(await client.get(address).loginAs(one.town.agent)).assertStatus(200)
  })

  test('ACH-02: publishes a notice, then what changes of it', async ({ client, assert }) => {
    const id = await published(client, one.town)
    const notice = async () => (await client.get(`/p/kervalan/marches/${id}/avis.xml`)).text()
    assert.include(await notice(), 'ContractNotice')
    const later = (await consultation(one.town, id)).hour.plus({ days: 3 })
    await client
      .post(`/c/kervalan/marches/${id}/prorogation`)
      .form({
        deadlineDay: later.toISODate()!,
        deadlineTime: later.toFormat('HH:mm:ss'),
        reason: 'Une pièce du dossier a été modifiée.',
      })
      .loginAs(one.town.agent)
      .withCsrfToken()
    assert.include(await notice(), later.toISODate()!)
    const { items } = (await client.get(`${ROOT}/consultations/${id}/changes`)).body()
    assert.deepEqual(
      items.map(({ kind }: any) => kind),
      ['published', 'extended']
    )
  })

  test('ACH-03: puts the documents of the consultation at everybody’s disposal, once it is published', async ({
    client,
    assert,
  }) => {
    const draft = await drafted(client, one.town)
    ;(await client.get(`/p/kervalan/marches/${draft}/dce.zip`)).assertStatus(404)
    const id = await published(client, one.town)
    const { documents } = (await client.get(`${ROOT}/consultations/${id}`)).body()
    assert.isNotEmpty(documents)
    for (const { url } of documents) (await client.get(new URL(url).pathname)).assertStatus(200)
  })

  test('ACH-04: receives and keeps candidatures, an electronic DUME included', async ({
    client,
    assert,
  }) => {
    const dume =
      '<?xml version="1.0"?><QualificationApplicationResponse>é</QualificationApplicationResponse>'
    const offer = { 'candidature': { 'DUME.xml': dume }, 'offre-1': { 'prix.txt': '84000' } }
    await deposited(client, one.her, one.id, offer)
    const [{ id: pli, files }] = await isOpened(client, one.town, one.id)
    const { id: file } = files.find(({ name }: any) => name === 'DUME.xml')
    const read = await client
      .get(`/c/kervalan/marches/${one.id}/plis/${pli}/fichiers/${file}`)
      .loginAs(one.town.agent)
    const bytes = Buffer.isBuffer(read.body()) ? read.body() : Buffer.from(read.text())
    assert.equal(bytes.toString(), dume)
  })

  test('ACH-05: receives and keeps offers, those that come late included', async ({
    client,
    assert,
  }) => {
    const { pli: inTime } = await deposited(client, one.her, one.id)
    const { deadline } = await consultation(one.town, one.id)
    clock.freeze(deadline.plus({ milliseconds: 1 }).toUTC().toISO()!)
    const { pli, answer } = await deposited(client, one.her, one.id)
    answer.assertStatus(201)
    assert.isTrue(answer.body().late)
    const states = await tenancy.run(one.town.tenant.id, async () => [
      (await Pli.get(inTime)).state,
      (await Pli.get(pli)).state,
    ])
    assert.deepEqual(states, ['sealed', 'late'], 'the late one replaces nothing')
  })

  test('ACH-06: publishes the essential data of what it awards, typed nowhere twice', async ({
    client,
    assert,
  }) => {
    await awarded(client, one)
    const year = clock.today().year
    const answer = await client.get(`/p/kervalan/marches/decp/${year}/marches.json`)
    const said = answer
      .body()
      .marches.marche.find(({ titulaires }: any) => titulaires[0].titulaire.id === one.her.siret)
    assert.deepInclude(said, { montant: 84_000, offresRecues: 1, codeCPV: '45233140' })
    const found = checkDecp(
      new TextEncoder().encode(answer.text()),
      LocalDate.parse(`${year}-12-31`)
    )
    assert.deepEqual(
      found.filter(({ level }) => level === 'error'),
      []
    )
  })

  test('ACH-07: writes by electronic mail to who asked and to who follows', async ({
    client,
    assert,
  }) => {
    const follower = `suit-${Date.now()}@exemple.test`
    await client.post(`${one.page}/suivi`).form({ email: follower }).withCsrfToken()
    const question = await asks(client, one, 'La visite du site est-elle obligatoire ?')
    await lettersOf(one)
    await answers(client, one, question, {
      published: 'La visite du site est-elle obligatoire ?',
      answer: 'Elle ne l’est pas.',
    })
    const letters = (await lettersOf(one)).filter(({ text }) => text.includes('Elle ne l’est pas.'))
    const told = letters.map(({ to }) => to).join(' ')
    assert.include(told, one.email)
    assert.include(told, follower)
  })

  test('ACH-08: keeps of each withdrawal and of each deposit who, what and when', async ({
    client,
    assert,
  }) => {
    await client.get(`${one.page}/dce.zip`)
    await deposited(client, one.her, one.id)
    const { deadline } = await consultation(one.town, one.id)
    clock.freeze(deadline.plus({ milliseconds: 1 }).toUTC().toISO()!)
    await deposited(client, one.her, one.id)
    const register = async (name: string) => {
      const path = `/c/kervalan/marches/${one.id}/registres/${name}/csv`
      return (await client.get(path).loginAs(one.town.agent)).text()
    }
    assert.include(await register('retraits'), 'Dossier complet')
    const deposits = await register('depots')
    assert.include(deposits, one.her.siret)
    assert.include(deposits, 'Hors délai')
  })

  test('ACH-09: answers a question to everybody, without saying who asks', async ({
    client,
    assert,
  }) => {
    const question = await asks(client, one, 'Le plan 3 est-il à l’échelle ?')
    await answers(client, one, question, {
      published: 'Le plan 3 est-il à l’échelle ?',
      answer: 'Oui, au centième.',
    })
    const seen = await client.get(one.page)
    seen.assertTextIncludes('Oui, au centième.')
    assert.notInclude(seen.text(), 'CARIOU')
  })
})
