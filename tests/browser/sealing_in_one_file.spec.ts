import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { bytesAsSource, type ByteSource } from '#lib/archives/byte_source'
import { checkArchive } from '#lib/archives/check_archive'
import { dataOf, readDirectory } from '#lib/archives/zip_directory'
import {
  buildTrousseau,
  keysFromBidder,
  keysFromHolders,
  newKeyPair,
  openPli,
  parseBidderKey,
  parseTrousseau,
  type Bytes,
  type PliFolder,
} from '#lib/sealing'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, windowOn } from '#tests/helpers/browser'
import { savedBy } from '#tests/helpers/saved_by'
import { Opened, newDigest } from '#tests/lib/sealing/memory'
import { hasOutsider, openedOutside } from '#tests/lib/sealing/outside/judge'

const SEALER = pathToFileURL(app.makePath('public/halle-sceller.html')).href
const TENDER = '7c1f5a1e-1111-4222-8333-944455566677'

test.group('The sealer in one file', (group) => {
  let folder: string
  group.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'halle-sealer-'))
    return () => rmSync(folder, { recursive: true })
  })
  group.teardown(closeBrowser)

  test('seals from a disk, with the network off, what holders and the bidder open', async ({
    assert,
  }) => {
    const keys = await keysIn(folder)
    const context = await windowOn('narrow')
    await context.setOffline(true)
    const page = await context.newPage()
    await page.goto(SEALER)
    await page.setInputFiles('[name=trousseau]', keys.path)
    await page.getByText(keys.trousseau.fingerprint).waitFor()
    assert.deepEqual(await axeFindings(page), [])
    const text = Buffer.alloc(5_000_000, 'cent mille euros ')
    await page.setInputFiles('[name=candidature]', [fileOf('dc1.txt', Buffer.from('nous'))])
    await page.setInputFiles('[name="offre-1"]', [
      fileOf('Mémoire.txt'.normalize('NFD'), text),
      fileOf('annexes.zip', Buffer.from('ni archive')),
    ])
    await page.getByRole('button', { name: 'Sceller' }).press('Enter')
    await page.getByText('Votre pli est scellé').waitFor()
    assert.include(await page.locator('[data-findings]').innerText(), 'pas une archive ZIP')
    const archive = bytesAsSource(await savedBy(page, '[data-pli]'))
    assert.deepEqual(await checkArchive(archive), [])
    const pli = await folderIn(archive)
    const own = parseBidderKey(await savedBy(page, '[data-key]'))
    for (const recover of [
      (place: any, envelope: any) => keysFromHolders(place, envelope, keys.held.slice(1), 2),
      (place: any, envelope: any) => keysFromBidder(place, envelope, own),
    ]) {
      const opened = new Opened()
      await openPli({ folder: pli, trousseau: keys.trousseau }, recover, opened, newDigest)
      assert.equal(opened.texts['candidature/dc1.txt'], 'nous')
      assert.isTrue(Buffer.from(opened.texts['offre-1/Mémoire.txt']).equals(text))
    }
    if (hasOutsider())
      assert.deepEqual(await openedOutside(pli, readFileSync(keys.path), keys.held.slice(0, 2)), {
        'candidature/dc1.txt': Buffer.from('nous'),
        'offre-1/Mémoire.txt': text,
        'offre-1/annexes.zip': Buffer.from('ni archive'),
      })
    await context.close()
  })

  test('refuses in a sentence what is no trousseau', async ({ assert }) => {
    writeFileSync(join(folder, 'faux.json'), '{}')
    const context = await windowOn('light')
    const page = await context.newPage()
    await page.goto(SEALER)
    await page.setInputFiles('[name=trousseau]', join(folder, 'faux.json'))
    await page
      .locator('[data-error]')
      .filter({ hasText: /trousseau/i })
      .waitFor()
    assert.isFalse(await page.getByRole('button', { name: 'Sceller' }).isVisible())
    await context.close()
  })
})

const fileOf = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer })

async function keysIn(folder: string) {
  const pairs = []
  for (const id of ['maire', 'secretaire', 'sequestre']) pairs.push({ id, ...(await newKeyPair()) })
  const envelopes = ['candidature', 'offre-1']
  const bytes = await buildTrousseau({ tender: TENDER, envelopes, threshold: 2, holders: pairs })
  const path = join(folder, 'trousseau.json')
  writeFileSync(path, bytes)
  const held = pairs.map(({ id: holder, privateKey }) => ({ holder, privateKey }))
  return { path, held, trousseau: await parseTrousseau(bytes) }
}

/** The folder of a pli (FORMAT §7), read where it stands in an archive that stores it. */
async function folderIn(archive: ByteSource): Promise<PliFolder> {
  const directory = await readDirectory(archive, 100)
  if (typeof directory === 'string') throw new Error(directory)
  const known = new Map(directory.entries.map((entry) => [entry.name, entry]))
  return {
    files: async () => [...known].map(([path, { size }]) => ({ path, size })),
    read: async (path, from, length) =>
      archive.read((await dataOf(archive, known.get(path)!))! + from, length) as Promise<Bytes>,
  }
}
