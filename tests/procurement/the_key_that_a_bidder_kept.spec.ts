import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { base64url, buildBidderKey, type Bytes } from '#lib/sealing'
import Pli from '#app/procurement/deposit/pli'
import Holder from '#app/procurement/holders/holder'
import { openPli } from '#app/procurement/jobs/open_pli'
import PliFile from '#app/procurement/opening/pli_file'
import { mayEndWithout } from '#app/procurement/rules/ending_without'
import { lastKeyRefusal } from '#app/procurement/rules/last_key'
import { runDueJobs } from '#tests/helpers/jobs'
import { bidder, onlineConsultation, type Bidder } from './bidders.js'
import { deposited, gives, opens, pvTextOf } from './gestures.js'
import { consultation, market, type Market } from './room.js'

test.group('The key that a bidder kept', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(async () => {
    clock.release()
    await tenancy.run(town.tenant.id, () => Holder.query().update({ retired_at: null }))
  })

  const loses = (which: number) =>
    tenancy.run(town.tenant.id, () =>
      Holder.query()
        .where('handle', town.holders[which].holder)
        .update({ retired_at: clock.now().toJSDate() })
    )
  const give = (client: ApiClient, { session }: Bidder, address: string, cle: string) =>
    client.post(`${address}/cle`).withSession(session).withCsrfToken().accept('json').json({ cle })
  const pliOf = (id: string) => tenancy.run(town.tenant.id, () => Pli.get(id))

  test('opens her pli once too few holders stand, and not one moment sooner', async ({
    client,
    assert,
  }) => {
    const tender = await onlineConsultation(town)
    const her = await bidder('Gardienne')
    const { pli, base, sealed } = await deposited(client, her, tender)
    const address = `${base}/plis/${pli}`
    const text = (deks: Map<string, any>) =>
      new TextDecoder().decode(buildBidderKey({ tender, pli, deks }))
    const cle = text(sealed.deks)
    await runDueJobs(town.tenant.id)

    const early = await give(client, her, address, cle)
    early.assertStatus(409)
    clock.freeze((await consultation(town, tender)).deadline.plus({ minutes: 1 }).toUTC().toISO()!)
    await opens(client, town, tender)
    const stand = await give(client, her, address, cle)
    assert.match(stand.body().title, /Les porteurs peuvent encore ouvrir/)
    await loses(0)
    await loses(1)
    const page = await client.get(base).withSession(her.session)
    page.assertTextIncludes('Votre clé peut encore ouvrir ce pli')

    const others = await give(client, await bidder('Autre'), address, cle)
    others.assertStatus(404)
    const [[name, dek]] = sealed.deks
    const forged = new Map([...sealed.deks, [name, dek.map((byte: number) => byte ^ 1)]])
    const wrong = await give(client, her, address, text(forged))
    assert.match(wrong.body().title, /n’est pas celle à laquelle/)
    const unread = await give(client, her, address, 'bonjour')
    assert.match(unread.body().title, /n’est pas un objet JSON/)

    const given = await give(client, her, address, cle)
    given.assertStatus(201)
    await runDueJobs(town.tenant.id)
    const { state, openedByBidder, bidderKeys } = await pliOf(pli)
    assert.deepEqual([state, openedByBidder, bidderKeys], ['opened', true, null])
    const files = await tenancy.run(town.tenant.id, () => PliFile.of(pli))
    assert.sameMembers(
      files.map(({ name: file }) => file),
      ['dc1.txt', 'Mémoire.txt']
    )
    assert.equal((await consultation(town, tender)).state, 'analysis')
    const again = await give(client, her, address, cle)
    again.assertStatus(409)
  })

  const ends = (client: ApiClient, tender: string, reason: string) =>
    client
      .post(`/c/kervalan/marches/${tender}/ouverture/fin`)
      .form({ reason })
      .loginAs(town.agent)
      .withCsrfToken()
      .accept('json')
      .redirects(0)

  test('is not waited for by a commission for ever: it goes on, and the PV says without whom and why', async ({
    client,
    assert,
  }) => {
    const tender = await onlineConsultation(town)
    const [silent, giver] = [await bidder('Muette'), await bidder('Donnante')]
    const without = await deposited(client, silent, tender)
    const given = await deposited(client, giver, tender)
    await runDueJobs(town.tenant.id)
    const reason = 'Jointe deux fois au téléphone, elle ne retrouve pas sa clé.'
    const early = await ends(client, tender, reason)
    early.assertStatus(403)
    clock.freeze((await consultation(town, tender)).deadline.plus({ minutes: 1 }).toUTC().toISO()!)
    await opens(client, town, tender)
    const stand = await ends(client, tender, reason)
    assert.equal(stand.body().code, 'E_NOTHING_TO_SET_ASIDE')
    await loses(0)
    await loses(1)
    const cle = new TextDecoder().decode(
      buildBidderKey({ tender, pli: given.pli, deks: given.sealed.deks as Map<string, any> })
    )
    ;(await give(client, giver, `${given.base}/plis/${given.pli}`, cle)).assertStatus(201)
    const page = await client.get(`/c/kervalan/marches/${tender}/ouverture`).loginAs(town.agent)
    page.assertTextIncludes('Poursuivre sans les plis qui attendent')
    page.assertTextIncludes(`<li>MUETTE (${silent.siret})</li>`)
    assert.notInclude(page.text(), `DONNANTE (${giver.siret})</li>`)
    ;(await ends(client, tender, 'Non')).assertStatus(422)
    ;(await ends(client, tender, reason)).assertStatus(302)
    ;(await ends(client, tender, reason)).assertStatus(409)
    await runDueJobs(town.tenant.id)

    const states = [await pliOf(without.pli), await pliOf(given.pli)].map(({ state }) => state)
    assert.deepEqual(states, ['set_aside', 'opened'])
    assert.equal((await consultation(town, tender)).state, 'analysis')
    const pv = await pvTextOf(town, tender)
    const [ofSilent, ofOther] = pv.slice(pv.indexOf('MUETTE')).split('DONNANTE')
    for (const words of ['Les porteurs ne pouvaient plus l’ouvrir', 'Non ouvert', reason])
      assert.include(ofSilent, words)
    assert.include(ofOther, 'Ouvert avec la clé que l’entreprise a gardée')
    await staysShut(client, tender, silent, without)
  })

  /** By the key of its company, by the shares of holders and by the job itself: the PV stays true. */
  async function staysShut(
    client: ApiClient,
    tender: string,
    her: Bidder,
    { pli, base, sealed }: Awaited<ReturnType<typeof deposited>>
  ) {
    const cle = buildBidderKey({ tender, pli, deks: sealed.deks as Map<string, any> })
    const late = await give(client, her, `${base}/plis/${pli}`, new TextDecoder().decode(cle))
    late.assertStatus(409)
    late.assertTextIncludes('son procès-verbal dit quels plis sont ouverts')
    for (const which of [0, 1, 2]) await gives(client, town, which, tender)
    await tenancy.run(town.tenant.id, () => openPli.enqueue({ pliId: pli }))
    await runDueJobs(town.tenant.id)
    const files = await tenancy.run(town.tenant.id, () => PliFile.of(pli))
    const { state } = await pliOf(pli)
    if (state !== 'set_aside' || files.length > 0) throw new Error(`It is ${state}`)
  }

  test('is still taken where holders lied, and the session waits for her or for the commission', async ({
    client,
    assert,
  }) => {
    const tender = await onlineConsultation(town)
    const [her, silent] = [await bidder('Trahie'), await bidder('Absente')]
    const [betrayed, left] = [
      await deposited(client, her, tender),
      await deposited(client, silent, tender),
    ]
    await runDueJobs(town.tenant.id)
    clock.freeze((await consultation(town, tender)).deadline.plus({ minutes: 1 }).toUTC().toISO()!)
    await opens(client, town, tender)
    for (const which of [0, 1]) await lies(client, which, tender)
    await runDueJobs(town.tenant.id)
    const states = async () =>
      [await pliOf(betrayed.pli), await pliOf(left.pli)].map(({ state }) => state)
    assert.deepEqual(await states(), ['unreadable', 'unreadable'])
    assert.equal((await consultation(town, tender)).state, 'opening', 'no PV is written yet')
    const { pli, base, sealed } = betrayed
    const cle = buildBidderKey({ tender, pli, deks: sealed.deks as Map<string, any> })
    const given = await give(client, her, `${base}/plis/${pli}`, new TextDecoder().decode(cle))
    given.assertStatus(201)
    await runDueJobs(town.tenant.id)
    const page = await client.get(`/c/kervalan/marches/${tender}/ouverture`).loginAs(town.agent)
    page.assertTextIncludes(`<li>ABSENTE (${silent.siret})</li>`)
    ;(await ends(client, tender, 'Elle ne répond à aucun appel.')).assertStatus(302)
    assert.deepEqual(await states(), ['opened', 'set_aside'])
    assert.equal((await consultation(town, tender)).state, 'analysis')
    const pv = await pvTextOf(town, tender)
    assert.include(pv, 'ne rendent pas la clé à laquelle le pli s’est engagé')
    await staysShut(client, tender, silent, left)
  })

  /** A holder who gives shares of the right size, and of nothing. */
  async function lies(client: ApiClient, which: number, id: string) {
    const { user } = town.holders[which]
    const page = `/c/kervalan/marches/${id}/ouverture/parts`
    const { plis } = (await client.get(page).loginAs(user).accept('json')).body()
    const share = base64url(new Uint8Array(33).fill(which + 1) as Bytes)
    const shares = Object.fromEntries(
      plis.map(({ id: pli, envelopes }: any) => [
        pli,
        Object.fromEntries(envelopes.map(({ name }: any) => [name, share])),
      ])
    )
    return client.post(page).loginAs(user).withCsrfToken().accept('json').json({ shares })
  }

  test('is waited for as long as enough holders can open, or have opened', ({ assert }) => {
    const asked = {
      consultation: 'opening',
      waiting: 1,
      standing: 1,
      given: 0,
      threshold: 2,
    } as const
    assert.isTrue(mayEndWithout(asked))
    for (const other of [
      { standing: 2 },
      { given: 2 },
      { waiting: 0 },
      { consultation: 'closed' as const },
      { consultation: 'analysis' as const },
    ])
      assert.isFalse(mayEndWithout({ ...asked, ...other }), JSON.stringify(other))
  })

  test('stays with her: what she takes back is the sealed pli, and hers alone', async ({
    client,
  }) => {
    const tender = await onlineConsultation(town)
    const her = await bidder('Reprenante')
    const { pli, base } = await deposited(client, her, tender)
    await runDueJobs(town.tenant.id)
    const zip = await client.get(`${base}/plis/${pli}/pli.zip`).withSession(her.session)
    zip.assertStatus(200)
    zip.assertHeader('content-type', 'application/zip')
    const { session } = await bidder('Curieuse')
    const others = await client
      .get(`${base}/plis/${pli}/pli.zip`)
      .withSession(session)
      .accept('json')
    others.assertStatus(404)
  })

  test('opens neither a late pli, nor one that was withdrawn or replaced', ({ assert }) => {
    const asked = { consultation: 'opening', standing: 1, threshold: 2 } as const
    for (const pli of ['draft', 'late', 'replaced', 'withdrawn', 'set_aside', 'opened'] as const)
      assert.isNotNull(lastKeyRefusal({ ...asked, pli }), pli)
    assert.isNull(lastKeyRefusal({ ...asked, pli: 'sealed' }))
    assert.isNull(lastKeyRefusal({ ...asked, standing: 3, pli: 'unreadable' }))
    for (const consultation of ['closed', 'analysis'] as const)
      assert.isNotNull(lastKeyRefusal({ ...asked, consultation, pli: 'unreadable' }), consultation)
  })
})
