import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { verifyDocuments } from '#console/documents/verify'
import { readCsv } from '#lib/sheets/read_csv'
import { exportOf, importInto, memberApart } from './support/commands.js'
import { folderOf } from './support/folders.js'

test.group('Exporting a member', () => {
  test('writes the tree, what is told of each document, and sums that hold', async ({ assert }) => {
    const member = await memberApart()
    const files = { 'a/Été.txt': 'un', 'a/b\\c.txt': 'deux', 'vide.txt': '' }
    await importInto(member, await folderOf(files))
    const out = join(await folderOf({}), 'sortie')
    const { status, lines } = await exportOf('--tenant', member.siren, '--out', out)
    assert.equal(status, 0)
    assert.containsSubset(JSON.parse(lines[0]), { documents: 3, bytes: 6, errors: [] })
    for (const [path, content] of Object.entries(files)) {
      assert.equal(await readFile(join(out, 'commun', path), 'utf8'), content)
    }
    const sums = (await readFile(join(out, 'SHA512SUMS'), 'utf8')).trim().split('\n')
    const sum = (bytes: string) => createHash('sha512').update(bytes).digest('hex')
    const metadata = await readFile(join(out, 'metadata.csv'), 'utf8')
    assert.sameMembers(sums, [
      `${sum('un')}  commun/a/Été.txt`,
      `\\${sum('deux')}  commun/a/b\\\\c.txt`,
      `${sum('')}  commun/vide.txt`,
      `${sum(metadata)}  metadata.csv`,
    ])
    const told = readCsv(metadata.slice(1)).map(({ values }) => [values.chemin, values.version])
    assert.sameDeepMembers(
      told,
      Object.keys(files).map((path) => [`commun/${path}`, '1.0'])
    )
    assert.equal((await exportOf('--tenant', member.siren, '--out', out)).status, 2)
  })

  test('what was imported is verified with all that the member keeps', async ({ assert }) => {
    const { id, ...member } = await memberApart()
    await importInto({ id, ...member } as never, await folderOf({ 'a.txt': 'un', 'b.txt': 'deux' }))
    const { objects, altered, missing, orphans } = await verifyDocuments([id])
    assert.deepEqual(
      { objects, altered, missing, orphans },
      { objects: 2, altered: [], missing: [], orphans: [] }
    )
  })
})
