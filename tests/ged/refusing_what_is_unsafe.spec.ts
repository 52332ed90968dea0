import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import yazl from 'yazl'
import { overlapping, pathDanger } from '#app/ged/rules/zip_paths'
import { mendedName, nameFault, nameKey, numberedName } from '#app/ged/rules/names'
import { saveSettings } from '#kernel/settings'
import { tenancy } from '#kernel/tenancy'
import { importInto, memberApart } from './support/commands.js'
import { folderOf } from './support/folders.js'

type Entry = [path: string, bytes: Buffer, options?: { mode?: number; compress?: boolean }]

async function zipOf(entries: Entry[], change = (bytes: Buffer) => bytes): Promise<string> {
  const zip = new yazl.ZipFile()
  for (const [path, bytes, options] of entries) zip.addBuffer(bytes, path, options)
  zip.end()
  const whole = change(await buffer(zip.outputStream as never))
  return join(await folderOf({ 'a.zip': whole }), 'a.zip')
}

/** Has an archive say that its first file weighs ten octets, in both places. */
function lying(bytes: Buffer): Buffer {
  const central = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'))
  bytes.writeUInt32LE(10, 22)
  bytes.writeUInt32LE(10, central + 24)
  return bytes
}

test.group('An archive that is unsafe', () => {
  const good: Entry = ['bon.txt', Buffer.from('bon')]

  test('is refused whole, whatever else it holds, and its entry is named', async ({ assert }) => {
    const swollen: Entry = ['bombe.bin', Buffer.alloc(20_000_000)]
    const link: Entry = ['lien', Buffer.from('/etc/passwd'), { mode: 0o120777 }]
    const liar: Entry = ['menteur.bin', Buffer.alloc(5_000)]
    for (const [path, name] of [
      [await zipOf([good, swollen]), 'bombe.bin'],
      [await zipOf([good, link]), 'lien'],
      [await zipOf([liar], lying), 'menteur.bin'],
    ]) {
      const { report, status } = await importInto(await memberApart(), path)
      assert.containsSubset(report, { seen: 1, imported: 0, refused: 1 })
      assert.containsSubset(report.errors, [{ path: name, code: 'E_GED_ARCHIVE_UNSAFE' }])
      assert.equal(status, 1)
    }
  })

  test('that is none says so, and one that is good is imported once', async ({ assert }) => {
    const member = await memberApart()
    const none = join(await folderOf({ 'faux.zip': 'pas un zip' }), 'faux.zip')
    const refused = await importInto(member, none)
    assert.equal(refused.report.errors[0].code, 'E_GED_ARCHIVE_UNREADABLE')
    const path = await zipOf([good, ['Dossier/à.txt', Buffer.from('bonjour')]])
    assert.containsSubset((await importInto(member, path)).report, { seen: 2, imported: 2 })
    assert.containsSubset((await importInto(member, path)).report, { seen: 2, skipped: 2 })
  })

  test('is known by its paths, and by entries that share their bytes', ({ assert }) => {
    for (const path of ['../a', 'a/../../b', '/a', 'C:\\a', 'a\\..\\b']) {
      assert.isNotNull(pathDanger(path), path)
    }
    for (const path of ['a..b', 'a/...c', 'Dossier/à.txt']) assert.isNull(pathDanger(path), path)
    const first = { offset: 0, packed: 100 }
    assert.deepEqual(overlapping([first, { offset: 50, packed: 10 }]), { offset: 50, packed: 10 })
    assert.isUndefined(overlapping([first, { offset: 130, packed: 10 }]))
  })
})

test.group('A member whose place is full', () => {
  test('keeps what fits, and is told what does not', async ({ assert }) => {
    const member = await memberApart()
    await tenancy.run(member.id, () => saveSettings('documents', { quotaBytes: 100 }))
    const root = await folderOf({ 'a.txt': 'x'.repeat(60), 'b.txt': 'y'.repeat(60), 'c.txt': 'z' })
    const trial = await importInto(member, root, '--dry-run')
    const { report, status } = await importInto(member, root)
    assert.containsSubset(report, { seen: 3, imported: 2, refused: 1 })
    assert.containsSubset(report.errors, [{ path: 'b.txt', code: 'E_DOCUMENT_QUOTA' }])
    assert.deepEqual(trial.report.errors, report.errors)
    assert.equal(status, 1)
  })
})

test.group('The name of a document', () => {
  test('is one with its neighbour’s by its letters, not by its case nor its accents', ({
    assert,
  }) => {
    assert.equal(nameKey('De\u0301lib.TXT'), nameKey('d\u00e9lib.txt'))
    assert.notEqual(nameKey('delib.txt'), nameKey('d\u00e9lib.txt'))
    assert.equal(nameKey('STRASSE'), nameKey('straße'))
  })

  test('is refused at a door, and mended by an import', ({ assert }) => {
    for (const name of ['', '.', '..', 'note.', 'fin ', 'a/b', 'a\tb', 'x'.repeat(256)]) {
      assert.isNotNull(nameFault(name), name)
      assert.isNull(nameFault(mendedName(name)), name)
    }
    assert.isNull(nameFault('« t #:?3 100%.txt »'))
    assert.equal(numberedName('Rapport.odt', 2), 'Rapport (2).odt')
    assert.equal(Buffer.byteLength(numberedName(`${'é'.repeat(126)}.odt`, 2)) <= 255, true)
  })
})
