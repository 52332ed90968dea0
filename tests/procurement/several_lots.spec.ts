import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { checkDecp } from '#lib/decp/check_decp'
import { LocalDate } from '#lib/values'
import { depositOf } from '#rooms/archiving'
import Lot from '#app/procurement/lots/lot'
import { runDueJobs } from '#tests/helpers/jobs'
import { Program, tokenOf } from '#tests/world/program'
import { bidder } from './bidders.js'
import { deposited, gives, opens, pvTextOf } from './gestures.js'
import { dividedDraft, lotsForm, publishedDraft } from './lots.js'
import { consultation, drafted, market, signed, typed, type Market } from './room.js'

const LOTS = [
  { title: 'Gros œuvre', cpv: '45223220', estimate: '42000' },
  { title: 'Menuiseries', cpv: '45421000', estimate: '30000' },
  { title: 'Peinture', cpv: '45442100', estimate: '9000' },
  { title: 'Plantations', cpv: '45112710', estimate: '4000' },
]
const answer = (...lots: number[]) => ({
  candidature: { 'dc1.txt': 'nous' },
  ...Object.fromEntries(lots.map((lot) => [`offre-${lot}`, { [`prix-${lot}.txt`]: `lot ${lot}` }])),
})

test.group('A consultation of several lots', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  const lotsOf = (id: string) => tenancy.run(town.tenant.id, () => Lot.of(id))
  const post = (client: ApiClient, path: string) =>
    client.post(`/c/kervalan/marches/${path}`).loginAs(town.agent).withCsrfToken().redirects(0)

  test('leads each lot to its own end: two companies win, nobody answers one, one is given up', async ({
    client,
    assert,
  }) => {
    const id = await dividedDraft(client, town, { lots: LOTS, mostWon: '1' })
    await publishedDraft(client, town, id)
    const { trousseau, reference, estimate } = await consultation(town, id)
    assert.deepEqual(JSON.parse(trousseau!).envelopes, [
      ...['candidature', 'offre-1', 'offre-2', 'offre-3', 'offre-4'],
    ])
    assert.equal(Number(estimate), 85_000)
    const page = await client.get(`/p/kervalan/marches/${id}`)
    assert.match(page.text(), /Lot 2\s: Menuiseries/)
    page.assertTextIncludes('obtient 1 lot au plus')
    assert.notInclude(page.text(), '42000')
    const told = await client.get(`/api/v1/procurement/consultations/${id}`)
    assert.deepEqual(
      told.body().lots.map(({ number, cpv, envelope }: any) => [number, cpv, envelope]),
      LOTS.map(({ cpv }, index) => [index + 1, cpv, `offre-${index + 1}`])
    )
    const ocds = await client.get(`/api/v1/procurement/ocds/${id}`)
    assert.lengthOf(ocds.body().releases[0].tender.lots, 4)
    const found = await client.get('/api/v1/procurement/consultations?q=menuis&cpv=45442100')
    assert.include(
      found.body().items.map((one: any) => one.id),
      id
    )

    const [one, other] = [await bidder('Cariou'), await bidder('Pennec')]
    await deposited(client, one, id, answer(1))
    const hers = await deposited(client, one, id, answer(1, 2))
    const his = await deposited(client, other, id, answer(1, 2, 4))
    his.answer.assertStatus(201)
    clock.freeze((await consultation(town, id)).deadline.plus({ seconds: 1 }).toUTC().toISO()!)
    await opens(client, town, id)
    await gives(client, town, 0, id)
    await gives(client, town, 2, id)
    await runDueJobs(town.tenant.id)
    const pv = (await pvTextOf(town, id)).replaceAll(/\s+/g, ' ')
    assert.match(pv, /Lot 3 : Peinture : aucune offre\. Ce lot est infructueux/)
    assert.match(pv, /Lot 1 : Gros œuvre \(2\)/)
    const [first, second, third, fourth] = await lotsOf(id)
    assert.deepEqual(
      [first, second, third, fourth].map(({ state }) => state),
      ['analysis', 'analysis', 'unsuccessful', 'analysis']
    )
    const seen = await client.get(`/c/kervalan/marches/${id}`).loginAs(town.agent)
    seen.assertTextIncludes('Noter et attribuer le lot 1')

    const award = (lot: Lot, plis: string[], notes: string[]) =>
      post(client, `${id}/lots/${lot.id}/attribution`)
        .json({
          notes: plis.map((pli, index) => ({
            ...{ pli, note: notes[index], amount: '28000' },
            reason: 'Un phasage qui suit l’école.',
          })),
        })
        .accept('json')
    const early = await award(second, [hers.pli, his.pli], ['90', '60'])
    assert.include(early.text(), 'attribuez d’abord le lot 1')
    const whole = await post(client, `${id}/attribution`).accept('json').json({ notes: [] })
    assert.include(whole.text(), 'attribuez-les un par un')
    ;(await award(first, [hers.pli, his.pli], ['90', '60'])).assertStatus(302)
    // The first of the second lot has won her one lot: it goes to the next (L2113-10)
    ;(await award(second, [hers.pli, his.pli], ['95', '60'])).assertStatus(302)
    const abandoned = await post(client, `${id}/sans-suite`)
      .accept('json')
      .json({ reason: 'Le besoin a disparu.' })
    assert.include(abandoned.text(), 'déjà attribué')
    for (const lot of await lotsOf(id))
      if (lot.state === 'awarding') await signed(town.tenant, id, lot.awardFolderId!)
    for (const lot of [first, second])
      (await post(client, `${id}/lots/${lot.id}/notification`)).assertStatus(302)
    const letterOf = (from: typeof one, pli: string, lot: Lot) =>
      client
        .get(`/moi/marches/kervalan/${id}/plis/${pli}/lots/${lot.id}/lettre.pdf`)
        .withSession(from.session)
    ;(await letterOf(one, hers.pli, second)).assertStatus(200)
    ;(await letterOf(other, hers.pli, second)).assertStatus(404)
    ;(await letterOf(other, his.pli, fourth)).assertStatus(404)
    const hersAgain = await client.get(`/moi/marches/kervalan/${id}`).withSession(one.session)
    assert.match(hersAgain.text(), /Lot 2\s: Menuiseries/)
    assert.equal((await consultation(town, id)).state, 'analysis')
    const end = { ending: 'abandon', reason: 'La commune plante elle-même.' }
    ;(await post(client, `${id}/lots/${fourth.id}/fin`).form(end)).assertStatus(302)
    await runDueJobs(town.tenant.id)

    const year = clock.today().year
    const json = await client.get(`/p/kervalan/marches/decp/${year}/marches.json`)
    const xml = await client.get(`/p/kervalan/marches/decp/${year}/marches.xml`)
    const records = json
      .body()
      .marches.marche.filter(({ id: named }: any) => named.startsWith(reference))
    assert.deepEqual(
      records.map((marche: any) => [
        marche.id,
        marche.codeCPV,
        marche.offresRecues,
        marche.titulaires[0].titulaire.id,
      ]),
      [
        [`${reference}-L1`, '45223220', 2, one.siret],
        [`${reference}-L2`, '45421000', 2, other.siret],
      ]
    )
    // Others of this base were notified on the days of their own clocks
    const today = LocalDate.parse(`${year}-12-31`)
    for (const text of [json.text(), xml.text()])
      assert.deepEqual(
        checkDecp(new TextEncoder().encode(text), today).filter(({ level }) => level === 'error'),
        []
      )
    assert.equal((await consultation(town, id)).state, 'archived')
    const deposit = await tenancy.run(town.tenant.id, () =>
      depositOf({ capability: 'procurement', id })
    )
    assert.equal(deposit!.state, 'accepted')
    const { plis } = (
      await client.get(`/c/kervalan/marches/${id}/plis`).loginAs(town.agent).accept('json')
    ).body()
    assert.sameMembers(
      plis.map(({ state }: any) => state),
      ['replaced', 'retained', 'retained']
    )
  })

  test('refuses a pli that answers more lots than the règlement admits, and says how many', async ({
    client,
    assert,
  }) => {
    const id = await dividedDraft(client, town, { lots: LOTS, mostAnswered: '2' })
    await publishedDraft(client, town, id)
    const refused = await deposited(client, await bidder('Gourmand'), id, answer(1, 2, 3))
    refused.answer.assertStatus(422)
    assert.include(refused.answer.text(), 'en admet 2 au plus')
    const page = await client.get(`/c/kervalan/marches/${id}/plis`).loginAs(town.agent)
    page.assertStatus(403)
  })

  test('is without suite when nobody answers any of its lots', async ({ client, assert }) => {
    const id = await dividedDraft(client, town, { lots: LOTS.slice(0, 2) })
    await publishedDraft(client, town, id)
    clock.freeze((await consultation(town, id)).deadline.plus({ seconds: 1 }).toUTC().toISO()!)
    await opens(client, town, id)
    await runDueJobs(town.tenant.id)
    assert.equal((await consultation(town, id)).state, 'abandoned')
    for (const { state } of await lotsOf(id)) assert.equal(state, 'unsuccessful')
  })

  test('is divided by a program of its buyer, who is told what is wrong with a lot', async ({
    client,
    assert,
  }) => {
    const id = await drafted(client, town, { reference: `P${process.pid % 1000}` })
    const program = Program.bearing(await tokenOf(town.agent, 'kervalan'))
    const lots = `/api/v1/procurement/buyer/consultations/${id}/lots`
    const seen = { 'if-match': (await program.get(lots)).headers.get('etag')! }
    const bad = { lots: [{ ...LOTS[0], cpv: '99999999' }] }
    const wrong = await program.send('PUT', lots, bad, seen)
    assert.equal(wrong.status, 422)
    assert.deepInclude(wrong.body.errors[0], {
      pointer: '/lots/0/cpv',
      detail: 'Ce code n’est pas de la nomenclature CPV 2008 : huit chiffres.',
    })
    const divided = await program.send('PUT', lots, { lots: LOTS, mostWon: 2 }, seen)
    assert.equal(divided.status, 200)
    assert.deepEqual(
      divided.body.lots.map(({ number, state }: any) => [number, state]),
      LOTS.map((_, index) => [index + 1, 'planned'])
    )
    assert.equal((await program.get(lots)).body.mostWon, 2)
    const late = await program.send('PUT', lots, { lots: [] }, seen)
    assert.equal(late.status, 412)
  })

  test('says at their fields all that is wrong with its lots, and becomes whole again when they are emptied', async ({
    client,
    assert,
  }) => {
    const id = await drafted(client, town, { reference: `Q${process.pid % 1000}` })
    const wrong = await lotsForm(client, town, id, {
      lots: [
        { title: 'x', cpv: '99999999', estimate: 'dix' },
        { title: 'Peinture', cpv: '45442100', estimate: '7000000' },
      ],
      mostAnswered: '5',
    })
    for (const words of ['Nommez ce lot', 'nomenclature CPV', '42000', 'de 1 à 2', 'formalisée'])
      assert.include(wrong.text(), words)
    wrong.assertTextIncludes('Peinture')
    await lotsForm(client, town, id, { lots: LOTS })
    assert.lengthOf(await lotsOf(id), 4)
    const tooMuch = await client
      .put(`/c/kervalan/marches/${id}`)
      .fields(typed({ estimate: '90000', reference: 'REFERENCE-LONGUE' }))
      .header('referer', `/c/kervalan/marches/${id}/modifier`)
      .loginAs(town.agent)
      .withCsrfToken()
    tooMuch.assertTextIncludes('Ses lots font 85000')
    tooMuch.assertTextIncludes('13 signes au plus')
    await lotsForm(client, town, id, { lots: [{ title: '', cpv: '', estimate: '' }] })
    assert.lengthOf(await lotsOf(id), 0)
  })
})
