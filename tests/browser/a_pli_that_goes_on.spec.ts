import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { tenancy } from '#kernel/tenancy'
import { parseTrousseau, sealPli } from '#lib/sealing'
import { uuidv7 } from '#lib/values'
import Pli from '#app/procurement/deposit/pli'
import { file, newDigest } from '#tests/lib/sealing/memory'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, openSession, windowOn } from '#tests/helpers/browser'
import { bidder, onlineConsultation, type Bidder } from '#tests/procurement/bidders'
import { consultation, market, type Market } from '#tests/procurement/room'

const PIECES = 3
const CONTENT = Buffer.alloc((PIECES - 1) * 4_194_304 + 1000, 'cent mille euros ')

/** What the offline sealer writes with; its script bears no types. */
async function storedZip() {
  const script = new URL('../../resources/offline/stored_zip.js', import.meta.url)
  const { StoredZip } = await import(script.href)
  return new StoredZip()
}

test.group('A pli whose sending was cut', (group) => {
  const contexts: BrowserContext[] = []
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  group.teardown(closeBrowser)

  /** A window of hers, and the pieces that leave it; those from `cutFrom` on never arrive. */
  async function windowOf({ session }: Bidder) {
    const context = await windowOn('narrow')
    contexts.push(context)
    await openSession(context, session)
    const page = await context.newPage()
    const line = { sent: 0, cutFrom: Infinity }
    await page.route('**/morceaux/*', async (route) => {
      if (line.sent >= line.cutFrom) return route.abort()
      line.sent++
      return route.continue()
    })
    return { page, line }
  }

  const choose = (page: Page) =>
    page.setInputFiles('[data-envelope="offre-1"]', [
      { name: 'Mémoire.bin', mimeType: 'application/octet-stream', buffer: CONTENT },
    ])
  const press = async (page: Page) => {
    await page.getByRole('button', { name: 'Déposer', exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  const deposited = (page: Page) => page.getByText('Votre pli est déposé').waitFor()

  test('goes on after the browser was closed, and sends what had not arrived', async ({
    assert,
  }) => {
    const address = `/moi/marches/kervalan/${await onlineConsultation(town)}`
    const { page, line } = await windowOf(await bidder('Coupure'))
    await page.goto(address, { waitUntil: 'networkidle' })
    line.cutFrom = 2
    await choose(page)
    await press(page)
    await page.getByText('La connexion a été coupée').waitFor()
    await page.goto('/moi')
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.getByText('Choisissez de nouveau « Mémoire.bin »').waitFor()
    assert.deepEqual(await axeFindings(page), [])
    Object.assign(line, { sent: 0, cutFrom: Infinity })
    await choose(page)
    await press(page)
    await deposited(page)
    // One piece of the file, and the list of names
    assert.equal(line.sent, 2)
    await page.goto(address, { waitUntil: 'networkidle' })
    assert.isTrue(await page.locator('[data-deposit-begun]').isHidden())
  })

  test('is suspended, then finished from another device with what the first one gave', async ({
    assert,
  }) => {
    const address = `/moi/marches/kervalan/${await onlineConsultation(town)}`
    const her = await bidder('Ailleurs')
    const first = await windowOf(her)
    let release = () => {}
    const held = new Promise<void>((done) => (release = done))
    await first.page.route('**/morceaux/*', async (route) => {
      if (first.line.sent > 0) await held
      return route.fallback()
    })
    await first.page.goto(address, { waitUntil: 'networkidle' })
    await choose(first.page)
    await press(first.page)
    await first.page.getByText(/Chiffré et envoyé : \d+ %, à [\d,]+ .o\/s/).waitFor()
    await first.page.getByRole('button', { name: 'Suspendre l’envoi' }).click()
    await first.page.getByText('Envoi suspendu').waitFor()
    const coming = first.page.waitForEvent('download')
    await first.page.getByRole('button', { name: /finir sur un autre appareil/ }).click()
    const file = await (await coming).path()
    assert.equal(JSON.parse(readFileSync(file, 'utf8')).format, 'halle-reprise/1')

    const second = await windowOf(her)
    await second.page.goto(address, { waitUntil: 'networkidle' })
    await second.page.getByText('Finir un envoi commencé sur un autre appareil').click()
    await second.page.setInputFiles('[data-deposit-brought]', file)
    await second.page.getByText('Choisissez de nouveau « Mémoire.bin »').waitFor()
    await choose(second.page)
    await press(second.page)
    await deposited(second.page)
    assert.isBelow(second.line.sent, PIECES + 1)
    release()
  })

  test('refuses what was carried from the tender of another buyer', async () => {
    const { page } = await windowOf(await bidder('Autre'))
    await page.goto(`/moi/marches/kervalan/${await onlineConsultation(town)}`, {
      waitUntil: 'networkidle',
    })
    await page.getByText('Finir un envoi commencé sur un autre appareil').click()
    const wrong = {
      ...{ format: 'halle-reprise/1', files: [], keys: {} },
      ...{
        tender: '00000000-0000-4000-8000-000000000000',
        pli: '00000000-0000-4000-8000-000000000001',
      },
    }
    const buffer = Buffer.from(JSON.stringify(wrong))
    await page.setInputFiles('[data-deposit-brought]', [
      { name: 'reprise.json', mimeType: 'application/json', buffer },
    ])
    await page.getByText('celui d’une autre consultation').waitFor()
  })

  test('was sealed without network, and is deposited by its ZIP without its key', async ({
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const her = await bidder('Hors ligne')
    const { page, line } = await windowOf(her)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.postData() ?? ''))
    await page.goto(`/moi/marches/kervalan/${id}`, { waitUntil: 'networkidle' })
    await page.getByText('Déposer un pli scellé hors ligne').click()
    const give = (buffer: Buffer) =>
      page.setInputFiles('[data-sealed-deposit] [name=sealed]', [
        { name: 'pli.zip', mimeType: 'application/zip', buffer },
      ])
    const send = () => page.getByRole('button', { name: 'Déposer le pli scellé' }).press('Enter')
    await give(Buffer.from('ni archive'))
    await send()
    await page.getByText('Ce fichier n’est pas un pli scellé').waitFor()

    const { trousseau: text } = await consultation(town, id)
    const trousseau = await parseTrousseau(new TextEncoder().encode(text!))
    const [zip, pli] = [await storedZip(), uuidv7()]
    const envelopes = [{ name: 'offre-1', files: [file('Mémoire.bin', CONTENT)] }]
    const sealed = await sealPli({ trousseau, pli, envelopes }, zip, newDigest)
    await zip.append('pli.json', sealed.manifest)
    await zip.append('cle.json', Buffer.from(JSON.stringify({ secret: 'la clé du pli' })))
    await give(Buffer.from(await zip.end().arrayBuffer()))
    await send()
    await deposited(page)
    assert.equal(line.sent, PIECES + 1)
    assert.isTrue(await page.getByRole('link', { name: 'Clé du soumissionnaire' }).isHidden())
    for (const body of asked) assert.notInclude(body, 'la clé du pli')
    const kept = await tenancy.run(town.tenant.id, () => Pli.get(pli))
    assert.equal(kept.state, 'sealed')
    assert.equal(kept.digest, sealed.digest)
  })
})
