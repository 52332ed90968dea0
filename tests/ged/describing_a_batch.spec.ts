import { join } from 'node:path'
import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import Node from '#app/ged/nodes/node'
import { importInto, importRaw, memberApart } from './support/commands.js'
import { folderOf } from './support/folders.js'

const HEAD = 'chemin;type;date;titre;regle;sort;point_de_depart\n'

test.group('A file that describes a batch', () => {
  test('says when a path is described twice, and its last line holds', async ({ assert }) => {
    const member = await memberApart()
    const root = await folderOf({ 'a.txt': 'a' })
    const csv = await folderOf({ 'd.csv': `${HEAD}a.txt;;;Un;;;\na.txt;;;"Deux\nlignes";;;\n` })
    const { report, status } = await importInto(member, root, '--metadata', join(csv, 'd.csv'))
    assert.equal(status, 1)
    assert.containSubset(report, { imported: 1, refused: 0 })
    assert.containSubset(report.errors, [{ path: 'a.txt', code: 'E_GED_METADATA_TWICE' }])
    const [node] = await tenancy.run(member.id, () => Node.query().where('kind', 'document'))
    // A title is one line
    assert.equal(node.title, 'Deux lignes')
  })

  test('is refused before anything is read when a quote is never closed', async ({ assert }) => {
    const member = await memberApart()
    const root = await folderOf({ 'a.txt': 'a' })
    const csv = await folderOf({ 'd.csv': `${HEAD}a.txt;;;"Un;;;\nb.txt;;;Deux;;;\n` })
    const said = ['--tenant', member.siren, '--metadata', join(csv, 'd.csv'), '--json']
    const { status, lines, words } = await importRaw(root, ...said)
    assert.deepEqual([status, lines], [2, []])
    assert.include(words, 'guillemet')
  })
})

test.group('What a batch says of a name', () => {
  test('sends to the terminal no sign that it would obey', async ({ assert }) => {
    const member = await memberApart()
    const root = await folderOf({ 'a\u001b[2Jb\n.txt': 'a' })
    const { words, report } = await importInto(member, root)
    assert.equal(report.errors[0].code, 'E_GED_RENAMED')
    assert.notMatch(words.trim(), /\p{Cc}/u)
  })

  test('finds its folders again from one transaction to the next', async ({ assert }) => {
    const member = await memberApart()
    const files = Object.fromEntries(
      Array.from({ length: 120 }, (_none, n) => [`a/b/c/d${n % 2}/${n}.txt`, String(n)])
    )
    const { report } = await importInto(member, await folderOf(files))
    assert.containSubset(report, { imported: 120, errors: [] })
    const folders = await tenancy.run(member.id, () => Node.query().where('kind', 'folder'))
    assert.sameMembers(
      folders.map(({ name }) => name),
      ['a', 'b', 'c', 'd0', 'd1']
    )
  })
})
