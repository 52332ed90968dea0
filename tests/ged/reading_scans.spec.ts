import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { test } from '@japa/runner'
import PDFDocument from 'pdfkit'
import Node from '#app/ged/nodes/node'
import Version from '#app/ged/nodes/version'
import { tenancy } from '#kernel/tenancy'
import { lookAgain } from '#lib/ocr/ocr'
import { textOutcomes } from '#web/search'
import { rebuildSearch } from '#web/search/rebuild'
import { runDueJobs } from '#tests/helpers/jobs'
import { png } from '#tests/helpers/png'
import { hasTool } from '#tests/helpers/tools'
import { samplePdf } from '#tests/lib/signature/sample_pdf'
import { importInto, memberApart, searchIn } from './support/commands.js'
import { folderOf } from './support/folders.js'

const LINE = 'Arrêté réglementant la circulation rue des Korrigans'

/** A page as a scanner gives it: points, and no letter. */
async function scanned(kind: 'png' | 'jpeg' | 'tiff'): Promise<Buffer> {
  const folder = await folderOf({ 'page.pdf': await samplePdf([LINE]) })
  const words = ['-r', '150', '-gray', `-${kind}`, '-singlefile', 'page.pdf', 'page']
  spawnSync('pdftoppm', words, { cwd: folder })
  return readFileSync(join(folder, { png: 'page.png', jpeg: 'page.jpg', tiff: 'page.tif' }[kind]))
}

async function scannedPdf(): Promise<Buffer> {
  const image = await scanned('png')
  const pdf = new PDFDocument({ size: 'A4', margin: 0 })
  pdf.image(image, 0, 0, { width: 595 })
  pdf.addPage().fontSize(20).text('Annexe dactylographiée', 72, 72)
  pdf.end()
  const parts: Buffer[] = []
  for await (const part of pdf) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** What the pages say of the texts of the documents of a member, by their names. */
const toldIn = (tenantId: string) =>
  tenancy.run(tenantId, async () => {
    const nodes = await Node.query().where('kind', 'document')
    const told: Record<string, string | undefined> = {}
    for (const { id, name } of nodes) {
      const { digest } = await Version.lastOf(id)
      told[name] = (await textOutcomes([digest])).get(digest)
    }
    return told
  })

/** A machine on which nothing of the PATH is. */
async function withoutTools<T>(work: () => Promise<T>): Promise<T> {
  const [path, empty] = [process.env.PATH, mkdtempSync(join(tmpdir(), 'halle-path-'))]
  process.env.PATH = empty
  lookAgain()
  try {
    return await work()
  } finally {
    process.env.PATH = path
    lookAgain()
    rmSync(empty, { recursive: true })
  }
}

test.group('A scan, where a recognition of characters is installed', (group) => {
  const isHere = () => hasTool('tesseract') && hasTool('pdftoppm')
  group.tap((one) => one.skip(!isHere(), 'tesseract or pdftoppm is not installed'))

  test('is found by the words of its picture, whatever holds it, and counted apart', async ({
    assert,
  }) => {
    const member = await memberApart()
    const root = await folderOf({
      'scan.png': await scanned('png'),
      'scan.jpg': await scanned('jpeg'),
      'scan.tif': await scanned('tiff'),
      'scan.pdf': await scannedPdf(),
      'texte.pdf': await samplePdf(['Rien que des lettres']),
      'note.txt': 'des lettres',
    })
    const { report, words } = await importInto(member, root, '--wait')
    assert.deepEqual(report.texts, { layer: 2, ocr: 4, none: 0, failed: 0 })
    const { hits } = await searchIn(member, 'circulation korrigans')
    const titles = hits.map(({ path }: { path: string }) => path).toSorted()
    assert.deepEqual(titles, ['scan.jpg', 'scan.pdf', 'scan.png', 'scan.tif'])
    assert.deepEqual((await searchIn(member, 'dactylographiée')).hits[0].path, 'scan.pdf')
    assert.match(hits[0].snippet, /Korrigans/)
    assert.include((await toldIn(member.id))['scan.png'], 'reconnus sur l’image')
    assert.equal(words, '')
  })

  test('that nothing can be made of leaves the others alone', async ({ assert }) => {
    const member = await memberApart()
    const whole = await scanned('png')
    const root = await folderOf({
      'coupé.png': whole.subarray(0, 400),
      'démesuré.png': hugePng(),
      'scan.png': whole,
    })
    const { report } = await importInto(member, root, '--wait')
    assert.deepEqual(report.texts, { layer: 0, ocr: 1, none: 2, failed: 0 })
    assert.equal(report.imported, 3)
  })

  test('that came before it was installed is read when the search is made again', async ({
    assert,
  }) => {
    const member = await memberApart()
    const root = await folderOf({ 'scan.png': await scanned('png') })
    const first = await withoutTools(() => importInto(member, root, '--wait'))
    assert.deepEqual(first.report.texts, { layer: 0, ocr: 0, none: 1, failed: 0 })
    assert.include(first.words, 'tesseract')
    assert.include((await toldIn(member.id))['scan.png'], 'n’est pas installée ici')
    assert.equal((await searchIn(member, 'korrigans')).total, 0)
    await rebuildSearch({ from: member.slug })
    await runDueJobs(member.id)
    assert.equal((await searchIn(member, 'korrigans')).total, 1)
  })
})

test.group('A picture, where no recognition of characters is installed', () => {
  test('is kept, and its page and the import say why no search reads it', async ({ assert }) => {
    const member = await memberApart()
    const root = await folderOf({ 'photo.png': png(8), 'note.txt': 'des lettres' })
    const { report, words, status } = await withoutTools(() => importInto(member, root, '--wait'))
    assert.deepEqual(report.texts, { layer: 1, ocr: 0, none: 1, failed: 0 })
    assert.equal(status, 0)
    assert.include(words, 'tesseract')
    assert.include((await toldIn(member.id))['photo.png'], 'n’est pas installée ici')
  })
})

/** A picture of a few octets that says it is 60,000 points wide and high. */
function hugePng(): Buffer {
  const small = png(1)
  small.writeUInt32BE(60_000, 16)
  small.writeUInt32BE(60_000, 20)
  small.writeUInt32BE(crc32(small.subarray(12, 29)), 29)
  return small
}
