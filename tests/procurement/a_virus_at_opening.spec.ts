import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { documentsConfig, incomingFolder } from '#config/documents'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { zipOf } from '#lib/zip/zip'
import Pli from '#app/procurement/deposit/pli'
import { EICAR } from '#tests/helpers/daemons'
import { standInClamd } from '#tests/helpers/stand_in_clamd'
import { bidder, onlineConsultation } from './bidders.js'
import { deposited, isOpened, OFFER, pvTextOf } from './gestures.js'
import { consultation, market, type Market } from './room.js'

/** Beyond what is held in memory: it waits for the antivirus on the disk, in the clear. */
const LARGE = Buffer.alloc(6 * 1024 * 1024, 'plan')

/** A large ZIP that holds the threat that every antivirus knows, made here. */
const infectedZip = () =>
  buffer(
    zipOf(
      [
        { path: 'plan.com', size: EICAR.length, open: async () => Readable.from([EICAR]) },
        { path: 'plan.dwg', size: LARGE.length, open: async () => Readable.from([LARGE]) },
      ],
      new Date()
    )
  )

test.group('A virus in a pli', (group) => {
  let town: Market
  const before = documentsConfig.clamdUrl
  let antivirus: Awaited<ReturnType<typeof standInClamd>>
  group.setup(async () => {
    town = await market()
    antivirus = await standInClamd()
    documentsConfig.clamdUrl = antivirus.url
    return async () => {
      documentsConfig.clamdUrl = before
      await antivirus.stop()
    }
  })
  group.each.teardown(() => clock.release())

  test('is found at the opening and not before, named on the page and in the PV, and what is sound is read', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const zip = await infectedZip()
    const infected = {
      'candidature': OFFER.candidature,
      'offre-1': { 'Mémoire.txt': 'cent mille', 'annexes/plans.zip': zip },
    }
    const arriving = await readdir(incomingFolder)
    const { pli, answer } = await deposited(client, await bidder('Malade'), id, infected)
    answer.assertStatus(201)
    const saine = await deposited(client, await bidder('Saine'), id)
    const still = await tenancy.run(town.tenant.id, () => Pli.get(pli))
    assert.deepEqual([still.state, still.refusal], ['sealed', null])

    const plis = await isOpened(client, town, id)
    assert.deepEqual(
      plis.map(({ id: one, state, files }: any) => [one, state, files.map((f: any) => f.name)]),
      [
        [pli, 'opened', ['dc1.txt', 'Mémoire.txt']],
        [saine.pli, 'opened', ['dc1.txt', 'Mémoire.txt']],
      ]
    )
    const page = `/c/kervalan/marches/${id}`
    const [memoire] = plis[0].files.filter(({ name }: any) => name === 'Mémoire.txt')
    const read = client.get(`${page}/plis/${pli}/fichiers/${memoire.id}`).loginAs(town.agent)
    ;(await read).assertStatus(200)
    const said = (await client.get(`${page}/ouverture`).loginAs(town.agent)).text()
    for (const text of [said, await pvTextOf(town, id)]) {
      assert.match(text, /Un virus a été trouvé dans\s+«\s*annexes\/plans\.zip\s*»/)
      assert.match(text, /la copie de\s+sauvegarde peut être ouverte/)
    }
    assert.equal((await consultation(town, id)).state, 'analysis')
    // Nothing of it was kept in clear; the pli as it was sealed still is, as a proof
    const sha256 = createHash('sha256').update(zip).digest('hex')
    const kept = await tenancy.run(town.tenant.id, ({ trx }) =>
      trx.from('kernel.blobs').where({ tenant_id: town.tenant.id, sha256 })
    )
    assert.deepEqual(kept, [])
    assert.sameMembers(await readdir(incomingFolder), arriving)
    const sealed = client.get(`${page}/plis/${pli}/pli.zip`).loginAs(town.agent)
    ;(await sealed).assertStatus(200)
  })
})
