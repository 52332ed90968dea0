import { test } from '@japa/runner'
import type { SessionData } from '@adonisjs/session/types'
import type { BrowserContext } from 'playwright'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import {
  keysFromHolders,
  openPli,
  parseBidderKey,
  keysFromBidder,
  type Recovery,
} from '#lib/sealing'
import { piecesOf } from '#app/procurement/deposit/pieces'
import Pli from '#app/procurement/deposit/pli'
import Holder from '#app/procurement/holders/holder'
import { folderOf } from '#app/procurement/opening/pli_folder'
import { manifestOf } from '#app/procurement/opening/shares'
import { keepPieces } from '#app/procurement/jobs/keep_pli'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, openSession, windowOn } from '#tests/helpers/browser'
import { runDueJobs } from '#tests/helpers/jobs'
import { savedBy } from '#tests/helpers/saved_by'
import { Opened, newDigest } from '#tests/lib/sealing/memory'
import { hasOutsider, openedOutside } from '#tests/lib/sealing/outside/judge'
import { bidder, onlineConsultation } from '#tests/procurement/bidders'
import { consultation, market, type Market } from '#tests/procurement/room'

test.group('A pli sealed in the page', (group) => {
  const contexts: BrowserContext[] = []
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  group.teardown(closeBrowser)

  async function windowOf(
    session: SessionData,
    view: 'light' | 'narrow' = 'narrow',
    scripts = true
  ) {
    const context = await windowOn(view, { scripts })
    contexts.push(context)
    await openSession(context, session)
    return context.newPage()
  }

  test('AR-05: gives a receipt that lists her documents, and opens with two holders, and with her own key, to the very bytes that she chose', async ({
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const page = await windowOf((await bidder('Cariou')).session)
    await page.goto(`/moi/marches/kervalan/${id}`, { waitUntil: 'networkidle' })
    assert.deepEqual(await axeFindings(page), [])
    const content = Buffer.alloc(5_000_000, 'cent mille euros ')
    await page.setInputFiles('[data-envelope="candidature"]', [
      { name: 'dc1.txt', mimeType: 'text/plain', buffer: Buffer.from('nous') },
    ])
    await page.setInputFiles('[data-envelope="offre-1"]', [
      { name: 'Mémoire.txt'.normalize('NFD'), mimeType: 'text/plain', buffer: content },
    ])
    await page.getByRole('button', { name: 'Déposer', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Votre pli est déposé').waitFor()
    const receipt = JSON.parse((await savedBy(page, '[data-deposit-receipt]')).toString())
    assert.deepEqual(
      receipt.documents.map(({ envelope, name, size }: any) => [envelope, name, size]),
      [
        ['candidature', 'dc1.txt', 4],
        ['offre-1', 'Mémoire.txt', content.length],
      ]
    )
    const own = parseBidderKey(await savedBy(page, '[data-deposit-key]'))
    await keepPieces(town.tenant.id, receipt.pli)
    const byHolders: Recovery = (place, envelope) =>
      keysFromHolders(place, envelope, town.holders.slice(1), 2)
    for (const recover of [
      byHolders,
      ((place, envelope) => keysFromBidder(place, envelope, own)) as Recovery,
    ]) {
      const opened = await openedBy(receipt.pli, recover)
      assert.equal(opened['candidature/dc1.txt'], 'nous')
      assert.isTrue(Buffer.from(opened['offre-1/Mémoire.txt']).equals(content))
    }
    if (!hasOutsider()) return
    const { folder, trousseau } = await sealedOf(receipt.pli)
    assert.deepEqual(await openedOutside(folder, trousseau, town.holders.slice(1)), {
      'candidature/dc1.txt': Buffer.from('nous'),
      'offre-1/Mémoire.txt': content,
    })
  })

  /** A pli as it is kept, with the keys under which it was sealed. */
  const sealedOf = (pliId: string) =>
    tenancy.run(town.tenant.id, async () => {
      const pli = await Pli.get(pliId)
      const one = await consultation(town, pli.consultationId)
      const folder = await folderOf(pli, await manifestOf(pli, one))
      return { folder, trousseau: one.trousseau!, keys: await one.keys() }
    })

  const openedBy = async (pliId: string, recover: Recovery) => {
    const { folder, keys: trousseau } = await sealedOf(pliId)
    const opened = new Opened()
    await tenancy.run(town.tenant.id, () =>
      openPli({ folder, trousseau }, recover, opened, newDigest)
    )
    return opened.texts
  }

  test('is opened in the page by the key that she kept, once too few holders stand', async ({
    assert,
    cleanup,
  }) => {
    const id = await onlineConsultation(town)
    const page = await windowOf((await bidder('Gardienne')).session)
    await page.goto(`/moi/marches/kervalan/${id}`, { waitUntil: 'networkidle' })
    await page.setInputFiles('[data-envelope="offre-1"]', [
      { name: 'Mémoire.txt', mimeType: 'text/plain', buffer: Buffer.from('cent mille') },
    ])
    await page.getByRole('button', { name: 'Déposer', exact: true }).click()
    await page.getByText('Votre pli est déposé').waitFor()
    const { pli } = JSON.parse((await savedBy(page, '[data-deposit-receipt]')).toString())
    const buffer = await savedBy(page, '[data-deposit-key]')
    const lost = town.holders.slice(1).map(({ holder }) => holder)
    const retire = (at: Date | null) =>
      tenancy.run(town.tenant.id, () =>
        Holder.query().whereIn('handle', lost).update({ retired_at: at })
      )
    cleanup(async () => void (await retire(null)))
    await retire(clock.now().toJSDate())
    await tenancy.run(town.tenant.id, ({ trx }) =>
      trx
        .from('procurement.consultations')
        .where({ id })
        .update({ state: 'opening', deadline: clock.now().minus({ minutes: 1 }).toJSDate() })
    )
    await page.goto(`/moi/marches/kervalan/${id}`, { waitUntil: 'networkidle' })
    assert.deepEqual(await axeFindings(page), [])
    const give = async (name: string, bytes: Buffer) => {
      const cle = page.getByLabel('Clé du soumissionnaire')
      await cle.setInputFiles([{ name, mimeType: 'application/json', buffer: bytes }])
      await page.getByRole('button', { name: 'Ouvrir mon pli' }).click()
    }
    await give('autre.json', Buffer.from('bonjour'))
    await page.getByText('n’est pas un objet JSON').waitFor()
    await give('cle.json', buffer)
    await page.getByText('Votre clé est reçue').waitFor()
    await runDueJobs(town.tenant.id)
    const { state, openedByBidder } = await tenancy.run(town.tenant.id, () => Pli.get(pli))
    assert.deepEqual([state, openedByBidder], ['opened', true])
  })

  test('OE-03: is tried first on her machine, which says that it is ready', async () => {
    const page = await windowOf((await bidder('Prudente')).session)
    await page.goto('/p/kervalan/marches/preparer', { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Essayer ce poste' }).click()
    await page.getByText('Votre poste sait sceller un pli, et le rouvrir').waitFor()
  })

  test('that holds fewer files than the one it replaces is asked about once, and judged as it is chosen', async ({
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const page = await windowOf((await bidder('Moins')).session)
    const choose = (names: string[]) =>
      page.setInputFiles(
        '[data-envelope="offre-1"]',
        names.map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) }))
      )
    const press = () => page.getByRole('button', { name: 'Déposer', exact: true }).click()
    await page.goto(`/moi/marches/kervalan/${id}`, { waitUntil: 'networkidle' })
    await choose(['un.txt', 'deux.txt', 'plan.pdf'])
    await page.getByText('plan.pdf : ce PDF ne s’ouvrira pas').waitFor()
    assert.match(await page.locator('[data-deposit-left]').innerText(), /Il reste (23|24) h/)
    await press()
    await page.getByText('Votre pli est déposé').waitFor()
    await page.goto(`/moi/marches/kervalan/${id}`, { waitUntil: 'networkidle' })
    await choose(['un.txt'])
    await press()
    await page.getByText('ne contient que 1 fichier ; le précédent en avait 3').waitFor()
    await press()
    await page.getByText('Votre pli est déposé').waitFor()
    await page.goto(`/moi/marches/kervalan/${id}`, { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: /Retirer le pli/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer ce pli' }).click()
    await page.getByText('Votre pli est retiré').waitFor()
  })

  test('shows nothing of its names to the server', async ({ assert }) => {
    const id = await onlineConsultation(town)
    const page = await windowOf((await bidder('Secret')).session)
    const said: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') said.push(request.postDataBuffer()?.toString('latin1') ?? '')
    })
    await page.goto(`/moi/marches/kervalan/${id}`, { waitUntil: 'networkidle' })
    await page.setInputFiles('[data-envelope="offre-1"]', [
      { name: 'prix-1200000.txt', mimeType: 'text/plain', buffer: Buffer.from('un million') },
    ])
    await page.getByRole('button', { name: 'Déposer', exact: true }).click()
    await page.getByText('Votre pli est déposé').waitFor()
    assert.isAbove(said.length, 3)
    for (const sent of said) assert.notMatch(sent, /prix-1200000|un million/)
    const pli = await tenancy.run(town.tenant.id, async () => {
      const found = await Pli.query().where('consultationId', id).firstOrFail()
      return { pieces: await piecesOf(found.id), manifest: found.manifest! }
    })
    assert.lengthOf(pli.pieces, 2)
    assert.notInclude(pli.manifest, 'prix')
  })

  test('is offered the offline sealer where there is no script', async ({ assert }) => {
    const id = await onlineConsultation(town)
    const page = await windowOf((await bidder('Sans')).session, 'light', false)
    await page.goto(`/moi/marches/kervalan/${id}`)
    assert.include(await page.locator('main').innerText(), 'procurement -- seal')
  })
})
