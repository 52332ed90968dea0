import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import ExchangeFile from '#app/exchange/models/exchange_file'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Membership from '#kernel/people/membership'
import { PIECE_BYTES } from '#lib/uploads/pieces'
import { codeIn, exchanged, mailsOf, WHO } from '#tests/exchange/scene'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, screenshot, signIn, windowOn } from '#tests/helpers/browser'
import { until } from '#tests/helpers/until'
import { placeApart } from '#tests/world/journals'
import { person } from '#tests/world/world'

const chosen = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer })

test.group('Files for somebody outside', (group) => {
  const contexts: BrowserContext[] = []
  const folders: string[] = []
  group.each.teardown(async () => {
    for (const context of contexts.splice(0)) await context.close()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })
  group.teardown(closeBrowser)

  async function window(view: 'light' | 'narrow' = 'light') {
    const context = await windowOn(view)
    contexts.push(context)
    return context
  }

  /** Opens the address that she was mailed, asks for a code, reads it in her mail, types it. */
  async function comeIn(page: Page, address: string, tenantId: string) {
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Recevoir un code' }).click()
    await page.getByText('Un code part à cette adresse').waitFor()
    await page.getByLabel('Code reçu par courriel').fill(codeIn(await mailsOf(tenantId)))
    await page.getByRole('button', { name: 'Entrer' }).click()
    await page.getByText('Échange avec').waitFor()
  }

  function onDisk(files: Record<string, Buffer>) {
    const folder = mkdtempSync(join(tmpdir(), 'halle-exchange-'))
    folders.push(folder)
    return Object.entries(files).map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    })
  }

  async function saved(page: Page, rank: number) {
    const coming = page.waitForEvent('download')
    await page.locator('[data-exchange-file]').nth(rank).click()
    const download = await coming
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }

  /** All that a page sends: methods, addresses as they leave (RFC 9110 §4.2.5: no fragment), headers, bodies. */
  function heardFrom(page: Page): string[] {
    const heard: string[] = []
    page.on('request', (request) => {
      const address = decodeURIComponent(request.url().split('#')[0])
      const body = request.postDataBuffer()?.toString('latin1') ?? ''
      heard.push([request.method(), address, JSON.stringify(request.headers()), body].join(' '))
    })
    return heard
  }

  test('are sealed by the agent, opened with the key of the address, and answered sealed', async ({
    assert,
  }) => {
    const tenantId = await placeApart()
    const { slug } = (await tenants.byId(tenantId))!
    const agent = await person('Maëlle Le Goff', {})
    await tenancy.run(tenantId, () =>
      Membership.create({ userId: agent.id, roles: ['agent'], state: 'active' })
    )
    const large = randomBytes(PIECE_BYTES + 12_345)
    const files = [chosen('Relevé nº 1.bin', large), chosen('vide.txt', Buffer.alloc(0))]
    const office = await window()
    await signIn(office, agent)
    const desk = await office.newPage()
    const told = heardFrom(desk)
    await desk.goto(`/c/${slug}/echanges/nouveau`, { waitUntil: 'networkidle' })
    await desk.getByLabel('Objet').fill('Dossier du personnel')
    await desk.getByLabel('Destinataires').fill(WHO)
    await desk.getByLabel('Permettre de répondre').check()
    await desk.getByLabel('Chiffrer dans mon navigateur').check()
    await desk.getByRole('button', { name: 'Continuer' }).click()
    await desk.getByText('aucun antivirus').waitFor()
    await desk.setInputFiles('#champ-files', files)
    await desk.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await desk.getByText('L’envoi est parti').waitFor()
    const address = (await desk.locator('[data-door]').getAttribute('href'))!
    const [door, key] = address.split('#cle=')
    assert.equal(await desk.locator('[data-key-shown]').innerText(), key)
    assert.deepEqual(await axeFindings(desk), [])
    await screenshot(desk, 'exchange-sealed-sent')

    const [{ text }] = await mailsOf(tenantId)
    assert.include(text, door)
    assert.notInclude(text, key)
    const home = await (await window('narrow')).newPage()
    const toldOutside = heardFrom(home)
    await comeIn(home, address, tenantId)
    assert.deepEqual(await axeFindings(home), [])
    await screenshot(home, 'exchange-sealed-inside')
    const wrong = `A${key.slice(1)}` === key ? `B${key.slice(1)}` : `A${key.slice(1)}`
    await home.getByLabel('Clé').fill(wrong)
    await home.locator('[data-exchange-file]').first().click()
    await home.getByText('Cette clé n’ouvre pas ce fichier').waitFor()
    await home.getByLabel('Clé').fill('')
    const got = await saved(home, 0)
    assert.equal(got.name, 'Relevé nº 1.bin')
    assert.isTrue(got.bytes.equals(large))
    const empty = await saved(home, 1)
    assert.deepEqual([empty.name, empty.bytes.length], ['vide.txt', 0])

    await home.getByRole('button', { name: 'Répondre avec des fichiers' }).click()
    await home.setInputFiles('#champ-files', [chosen('oui.txt', Buffer.from('je suis d’accord'))])
    await home.getByRole('button', { name: 'Déposer et terminer' }).click()
    await home.getByText('Votre dépôt est reçu').waitFor()
    await desk.reload({ waitUntil: 'networkidle' })
    const reply = await saved(desk, 2)
    assert.deepEqual([reply.name, reply.bytes.toString()], ['oui.txt', 'je suis d’accord'])
    // Neither the key, nor a name, nor a word of a file ever left a browser
    const sent = [...told, ...toldOutside]
    assert.isAbove(sent.filter((one) => one.startsWith('PUT')).length, 2)
    for (const one of sent) {
      assert.notInclude(one, key)
      assert.notMatch(one, /oui\.txt|accord|Relev|vide\.txt/)
    }
  })

  test('are laid by her, and taken up from where they were when the page was closed', async ({
    assert,
  }) => {
    const { page: address, tenantId, within, id } = await exchanged({ kind: 'ask' }, '203.0.113.46')
    const page = await (await window()).newPage()
    await comeIn(page, address, tenantId)
    await page.getByRole('button', { name: 'Déposer des fichiers' }).click()
    const large = randomBytes(2 * PIECE_BYTES + 77)
    // A browser knows a file again by its name, its size and its day
    const paths = onDisk({ 'petit.txt': Buffer.from('petit'), 'grand.bin': large })
    const lay = async (onPiece: (rank: number) => 'go' | 'hold' | 'cut') => {
      await page.unrouteAll()
      await page.route(/\/depot\/[^/]+\/[^/]+\/\d+$/, (route) => {
        const does = onPiece(Number(route.request().url().split('/').at(-1)))
        if (does === 'hold') return
        return does === 'cut' ? route.abort('connectionreset') : route.continue()
      })
      await page.setInputFiles('#champ-files', paths)
      await page.getByRole('button', { name: 'Déposer et terminer' }).click()
    }
    const arrived: number[] = []
    page.on('requestfinished', (request) => {
      if (request.method() === 'PUT') arrived.push(Number(request.url().split('/').at(-1)))
    })
    // Nothing of the large one goes beyond its first two pieces
    await lay((rank) => (rank > 1 ? 'hold' : 'go'))
    await until(() => arrived.filter((rank) => rank === 1).length === 1, 'the second piece')
    await until(() => arrived.filter((rank) => rank === 0).length === 2, 'the first pieces')
    await page.reload({ waitUntil: 'networkidle' })
    const again: number[] = []
    let isCut = false
    await lay((rank) => {
      again.push(rank)
      if (rank !== 2 || isCut) return 'go'
      isCut = true
      return 'cut'
    })
    await page.getByText('Votre dépôt est reçu').waitFor()
    assert.deepEqual(again, [2, 2])
    const laid = await within(() => ExchangeFile.query().where('exchange_id', id).orderBy('id'))
    assert.deepEqual(
      laid.map(({ name }) => name),
      ['petit.txt', 'grand.bin']
    )
    const kept = await within(() => documents.read(laid[1].documentId!))
    assert.isTrue(kept.equals(large))
  })
})
