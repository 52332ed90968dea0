import { test } from '@japa/runner'
import { trust } from '#config/trust'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uploads } from '#kernel/uploads'
import { buildTrousseau, newKeyPair } from '#lib/sealing'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import Establishment from '#app/outsiders/organisations/establishment'
import Consultation from '#app/procurement/drafting/consultation'
import Pli from '#app/procurement/deposit/pli'
import { withTimeAuthority } from '#tests/helpers/time_authority'
import { bidder, onlineConsultation, sent } from './bidders.js'
import { deposited, OFFER } from './gestures.js'
import { consultation, drafted, market, signed, type Market } from './room.js'

test.group('What fails around a deposit', (group) => {
  let town: Market
  group.setup(async () => {
    await withTimeAuthority()
    town = await market()
  })

  test('a time authority that is silent delays no receipt: its token follows', async ({
    client,
    cleanup,
  }) => {
    const answering = [...trust.timestampUrls]
    cleanup(() => void trust.timestampUrls.splice(0, Infinity, ...answering))
    trust.timestampUrls.splice(0, Infinity, 'http://127.0.0.1:9/')
    const id = await onlineConsultation(town)
    const her = await bidder('Patiente')
    const { pli, answer, base } = await deposited(client, her, id)
    answer.assertStatus(201)
    const [{ id: job }] = await systemDb()
      .from('kernel.outbox')
      .where({ name: 'procurement.timestamp_pli', tenant_id: town.tenant.id })
      .whereRaw(`payload ->> 'pliId' = ?`, [pli])
    await runJob(job)
    const token = () =>
      client.get(`${base}/plis/${pli}/horodatage.tsr`).withSession(her.session).accept('json')
    ;(await token()).assertStatus(404)
    trust.timestampUrls.splice(0, Infinity, ...answering)
    await runJob(job)
    ;(await token()).assertStatus(200)
  })

  test('a disk that is full at the last piece is said, and the rest is not sent again', async ({
    client,
    assert,
    cleanup,
  }) => {
    const id = await onlineConsultation(town)
    const pli = await sent(client, await bidder('Pleine'), id, OFFER)
    const last = pli.pieces.pop()!
    for (const piece of pli.pieces) (await pli.send(piece)).assertStatus(201)
    const { addRank } = uploads
    cleanup(() => void (uploads.addRank = addRank))
    uploads.addRank = () =>
      Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }))
    const full = await pli.send(last)
    assert.equal(full.status(), 507, full.text())
    assert.include(full.body().title, 'Il n’y a plus de place')
    assert.equal((await pli.seal()).status(), 422, 'nothing is deposited without it')
    uploads.addRank = addRank
    for (const piece of pli.pieces) (await pli.send(piece)).assertStatus(200)
    ;(await pli.send(last)).assertStatus(201)
    ;(await pli.seal()).assertStatus(201)
  })

  const otherKeys = async (tender: string) => {
    const holders = []
    for (const id of ['h1', 'h2', 'h3'])
      holders.push({ id, publicKey: (await newKeyPair()).publicKey })
    const envelopes = ['candidature', 'offre-1']
    const bytes = await buildTrousseau({ tender, envelopes, holders, threshold: 2 })
    return new TextDecoder().decode(bytes)
  }
  const swaps = async (id: string) => {
    const trousseau = await otherKeys(id)
    await tenancy.run(town.tenant.id, () =>
      Consultation.query().where({ id }).update({ trousseau })
    )
  }

  test('keys that are swapped under a règlement are given to nobody, nor is a pli taken under them', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const pli = await sent(client, await bidder('Échangée'), id, OFFER)
    for (const piece of pli.pieces) await pli.send(piece)
    await swaps(id)
    for (const path of [
      `/p/kervalan/marches/${id}/trousseau.json`,
      `/api/v1/procurement/consultations/${id}/trousseau.json`,
    ]) {
      const answer = await client.get(path).accept('json')
      assert.deepEqual([answer.status(), answer.body().code], [409, 'E_TROUSSEAU_SWAPPED'], path)
    }
    const sealed = await pli.seal()
    assert.equal(sealed.body().code, 'E_TROUSSEAU_SWAPPED')
    assert.equal((await tenancy.run(town.tenant.id, () => Pli.get(pli.pli))).state, 'draft')
  })

  test('keys that are swapped while the règlement is signed keep it from being published', async ({
    client,
    assert,
  }) => {
    const id = await drafted(client, town)
    await client
      .post(`/c/kervalan/marches/${id}/publication`)
      .loginAs(town.agent)
      .withCsrfToken()
      .redirects(0)
    await swaps(id)
    await signed(town.tenant, id, (await consultation(town, id)).publicationFolderId!)
    assert.equal((await consultation(town, id)).state, 'draft')
    ;(await client.get(`/p/kervalan/marches/${id}`)).assertStatus(404)
    const waiting = await tenancy.run(town.tenant.id, () =>
      tenancy.trx().from('kernel.tasks').where('subject_id', id).select('title')
    )
    assert.include(JSON.stringify(waiting), 'Trousseau échangé depuis l’envoi')
  })

  test('a company that has ceased is told so, and its pli is received all the same', async ({
    client,
  }) => {
    const id = await onlineConsultation(town)
    const her = await bidder('Cessée')
    await behind({ establishments: [her.establishmentId] }, () =>
      Establishment.query(walled()).where('id', her.establishmentId).update({ standing: 'ceased' })
    )
    const page = await client.get(`/moi/marches/kervalan/${id}`).withSession(her.session)
    page.assertTextIncludes('Un de vos établissements a cessé')
    const { answer } = await deposited(client, her, id)
    answer.assertStatus(201)
  })
})
