import { join } from 'node:path'
import { createWriteStream } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { test } from '@japa/runner'
import { ZipFile } from 'yazl'
import Node from '#app/ged/nodes/node'
import { pathOf, waysTo } from '#app/ged/nodes/paths'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { sharedData } from '#tests/helpers/shared_data'
import { importInto, importRaw, memberApart, searchIn } from './support/commands.js'
import { folderOf } from './support/folders.js'

const CASES = sharedData('ged', 'cases', 'cases.json')
const sample = (name: string) => CASES!.replace('cases.json', name)

/** The paths of the documents of a member, in order. */
const pathsOf = ({ id }: Tenant) =>
  tenancy.run(id, async () => {
    const nodes = await Node.query().where('kind', 'document').whereNull('deleted_at')
    const ways = await waysTo(nodes.map((node) => node.id))
    return [...ways.values()].map(pathOf).toSorted()
  })

/** A ZIP of some files, in a folder of its own. */
async function zipOf(files: Record<string, Buffer>): Promise<string> {
  const path = join(await folderOf({}), 'courrier.zip')
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

test.group('Importing a folder', () => {
  test('counts what it keeps once, and does nothing the second time', async ({ assert }) => {
    const member = await memberApart()
    const root = await folderOf({ 'a/un.txt': 'même', 'b/un.txt': 'même', 'c/un.txt': 'même' })
    const first = await importInto(member, root)
    assert.containsSubset(first.report, { seen: 3, imported: 1, duplicates: 2, skipped: 0 })
    const second = await importInto(member, root)
    assert.containsSubset(second.report, { seen: 3, imported: 0, duplicates: 0, skipped: 3 })
    assert.equal(second.report.batch, first.report.batch)
    assert.deepEqual(await pathsOf(member), ['a/un.txt', 'b/un.txt', 'c/un.txt'])
    assert.deepEqual([first.status, second.status], [0, 0])
  })

  test('keeps twins by their case or their accents under a number, and says so', async ({
    assert,
  }) => {
    const member = await memberApart()
    const names = [
      'Rapport.odt',
      'rapport.ODT',
      'De\u0301lib.txt',
      'D\u00e9lib.txt',
      'Plans/a.txt',
      'PLANS/b.txt',
    ]
    const files = Object.fromEntries(names.map((name) => [name, name]))
    const { report, status } = await importInto(member, await folderOf(files))
    assert.containsSubset(report, { seen: 6, imported: 6, refused: 0 })
    assert.equal(status, 0)
    assert.deepEqual(report.errors.map(({ path, code }: any) => [path, code]).toSorted(), [
      ['D\u00e9lib.txt', 'E_GED_RENAMED'],
      ['Plans', 'E_GED_RENAMED'],
      ['rapport.ODT', 'E_GED_RENAMED'],
    ])
    assert.deepEqual(
      await pathsOf(member),
      [
        'De\u0301lib.txt',
        'D\u00e9lib (2).txt',
        'PLANS/b.txt',
        'Plans (2)/a.txt',
        'Rapport.odt',
        'rapport (2).ODT',
      ].toSorted()
    )
  })

  test('renames what no door would take, and never follows a link', async ({ assert }) => {
    const member = await memberApart()
    const root = await folderOf({ 'note.': 'a', 'fin ': 'b', 'ta\tb.txt': 'c' })
    await symlink('/etc/hostname', join(root, 'lien'))
    const { report, status } = await importInto(member, root)
    assert.containsSubset(report, { seen: 4, imported: 3, refused: 1 })
    assert.equal(status, 1)
    assert.deepEqual(await pathsOf(member), ['fin', 'note', 'tab.txt'])
    assert.include(
      report.errors.map(({ code }: any) => code),
      'E_GED_LINK'
    )
  })

  test('takes a changed file as a version of the same document', async ({ assert }) => {
    const member = await memberApart()
    const root = await folderOf({ 'a.txt': 'un' })
    await importInto(member, root)
    await folderOf({})
    const { writeFile } = await import('node:fs/promises')
    await writeFile(join(root, 'a.txt'), 'deux')
    const { report } = await importInto(member, root)
    assert.containsSubset(report, { imported: 1, skipped: 0 })
    assert.deepEqual(await pathsOf(member), ['a.txt'])
  })

  test('keeps a large file as a small one', async ({ assert }) => {
    const member = await memberApart()
    const root = await folderOf({ 'grand.bin': Buffer.alloc(9 * 1024 ** 2 + 5, 7) })
    const first = await importInto(member, root)
    assert.containsSubset(first.report, { imported: 1, bytes: 9 * 1024 ** 2 + 5 })
    assert.containsSubset((await importInto(member, root)).report, { skipped: 1, imported: 0 })
  })

  test('tells in a trial what it would do, and writes nothing', async ({ assert }) => {
    const member = await memberApart()
    const root = await folderOf({ 'a/x.txt': 'un', 'A/x.txt': 'un', 'b.txt': 'deux' })
    const trial = await importInto(member, root, '--dry-run')
    assert.containsSubset(trial.report, { batch: null, seen: 3, imported: 2, duplicates: 1 })
    assert.deepEqual(await pathsOf(member), [])
    const { report } = await importInto(member, root)
    assert.containsSubset(report, { seen: 3, imported: 2, duplicates: 1 })
    assert.deepEqual(report.errors, trial.report.errors)
  })

  test('reads what a file of descriptions says, in windows-1252 too', async ({ assert }) => {
    const member = await memberApart()
    const root = await folderOf({
      'é.txt': 'un',
      'b.txt': 'deux',
      'c.txt': 'trois',
      'd.txt': 'quatre',
    })
    const csv = Buffer.from(
      [
        'chemin;type;date;titre;regle;sort;point_de_depart',
        'é.txt;Délibération;29/02/2024;"Été ; école";P10Y;conservation;2024-12-31',
        'b.txt;arrete;29/02/2023;;;;',
        'c.txt;inconnu;;;;;',
        'absent.txt;;;;;;',
      ].join('\r\n'),
      'latin1'
    )
    const sheet = join(await folderOf({ 'm.csv': csv }), 'm.csv')
    const { report, status } = await importInto(member, root, '--metadata', sheet)
    assert.containsSubset(report, { seen: 4, imported: 2, refused: 2 })
    assert.equal(status, 1)
    assert.sameDeepMembers(
      report.errors.map(({ path, code }: any) => [path, code]),
      [
        ['b.txt', 'E_GED_DATE'],
        ['c.txt', 'E_GED_TYPE_UNKNOWN'],
        ['absent.txt', 'E_GED_METADATA_PATH'],
      ]
    )
    const node = await tenancy.run(member.id, () =>
      Node.query().where('title', 'Été ; école').firstOrFail()
    )
    assert.equal(node.documentDate!.toISODate(), '2024-02-29')
    assert.equal(node.retentionFrom!.toISODate(), '2024-12-31')
    assert.equal(node.finalAction, 'keep')
  })

  test('refuses calls that it does not understand, and writes nothing', async ({ assert }) => {
    const { siren } = await memberApart()
    const root = await folderOf({ 'a.txt': 'un' })
    for (const words of [
      [],
      [root],
      [root, '--tenant', '000000000'],
      [root, '--tenant'],
      ['/nulle/part', '--tenant', siren],
      [root, '--tenant', siren, '--type', 'inconnu'],
      [root, '--tenant', siren, '--space', '../x'],
      [root, '--tenant', siren, '--metadata', '/nulle/part'],
      [root, '--tenant', siren, '--autre'],
      [root, root, '--tenant', siren],
    ]) {
      const { status, lines } = await importRaw(...words, '--json')
      assert.deepEqual({ status, lines }, { status: 2, lines: [] }, words.join(' '))
    }
  })
})

test.group('The cases of import that were decided by hand', (group) => {
  group.tap((one) => one.skip(!CASES, 'the shared cases are not on this machine'))

  test('refuses an unsafe archive whole, naming its entry', async ({ assert }) => {
    const member = await memberApart()
    const { report, status } = await importInto(member, sample('import-unsafe.zip'))
    assert.containsSubset(report, { seen: 1, imported: 0, refused: 1 })
    assert.equal(report.errors[0].code, 'E_GED_ARCHIVE_UNSAFE')
    assert.equal(report.errors[0].path, '../evade.txt')
    assert.include(report.errors[0].message, '../evade.txt')
    assert.equal(status, 1)
    assert.deepEqual(await pathsOf(member), [])
  })

  test('reads names of code page 437', async ({ assert }) => {
    const member = await memberApart()
    await importInto(member, sample('import-cp437.zip'))
    assert.deepEqual(await pathsOf(member), ['Délibération 2026-117.txt'])
  })

  test('keeps a message, its parts and its words', async ({ assert }) => {
    const member = await memberApart()
    const { report } = await importInto(member, sample('mail-inline.eml'), '--wait')
    assert.containsSubset(report, { seen: 3, imported: 3 })
    const nodes = await tenancy.run(member.id, () =>
      Node.query().where('kind', 'document').orderBy('id')
    )
    assert.deepEqual(
      nodes.map(({ title }) => title),
      ['Devis – chênois de l’école', 'Devis chênois', 'premier envoi']
    )
    assert.equal(nodes[1].name, 'Devis chênois.pdf')
    assert.include(nodes[0].fields.expediteur, 'Stéphane Le Goûec')
    assert.equal(nodes[0].documentDate!.toISODate(), '2024-02-29')
    const { hits } = await searchIn(member, 'voici le devis révisé')
    assert.equal(hits[0].title, 'Devis – chênois de l’école')
  })

  for (const within of ['a folder', 'a ZIP'] as const) {
    test(`keeps the parts of a message that stands in ${within}, once`, async ({ assert }) => {
      const member = await memberApart()
      const mail = await readFile(sample('mail-inline.eml'))
      const files = { 'Courrier/devis.eml': mail, 'Courrier/faux.eml': Buffer.from([0, 1, 2]) }
      const source = await (within === 'a ZIP' ? zipOf(files) : folderOf(files))
      const first = await importInto(member, source)
      assert.containsSubset(first.report, { seen: 4, imported: 4, refused: 0, skipped: 0 })
      const parts = 'Courrier/devis (pièces jointes)'
      assert.deepEqual(await pathsOf(member), [
        `${parts}/Devis chênois.pdf`,
        `${parts}/premier envoi.eml`,
        'Courrier/devis.eml',
        'Courrier/faux.eml',
      ])
      const again = await importInto(member, source)
      assert.containsSubset(again.report, { seen: 4, imported: 0, skipped: 4 })
      const tried = await importInto(await memberApart(), source, '--dry-run')
      assert.containsSubset(tried.report, { seen: 4, imported: 4 })
    })
  }
})
