import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { DomainError } from '#lib/errors'
import type { Tenant } from '#kernel/tenant'
import { tenancy } from '#kernel/tenancy'
import Membership from '#kernel/people/membership'
import { importPath } from '#app/ged/import/import_path'
import { Metadata } from '#app/ged/import/metadata'
import Node from '#app/ged/nodes/node'
import { person } from '#tests/world/world'
import { exportOf, importInto, importRaw, memberApart, search, share } from './support/commands.js'
import { folderOf } from './support/folders.js'

const namesOf = ({ id }: Tenant) =>
  tenancy.run(id, async () => {
    const nodes = await Node.query().where('kind', 'document').whereNull('deleted_at')
    return nodes.map(({ name }) => name).toSorted()
  })

/** windows-1252, as Excel writes it. */
const latin = (text: string) => Buffer.from(text, 'latin1')
const BOM = '\ufeff'

test.group('What a command is given that it should not be', () => {
  test('two imports of one source at once: each file is kept once, and one of them says why it waits', async ({
    assert,
  }) => {
    const member = await memberApart()
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, rank) => [`d${rank % 3}/${rank}.txt`, `texte ${rank}`])
    )
    const path = await folderOf(files)
    const wanted = { tenant: member, path, isTrial: false, wait: false }
    const ends = await Promise.allSettled([
      importPath({ ...wanted, metadata: new Metadata() }),
      importPath({ ...wanted, metadata: new Metadata() }),
    ])
    for (const end of ends) {
      if (end.status === 'fulfilled') continue
      assert.instanceOf(end.reason, DomainError, String(end.reason))
      assert.include(end.reason.message, 'déjà en cours')
    }
    const done = ends.flatMap((end) => (end.status === 'fulfilled' ? end.value : []))
    assert.equal(
      done.reduce((sum, { imported }) => sum + imported, 0),
      60
    )
    assert.lengthOf(await namesOf(member), 60)
    assert.isTrue((await namesOf(member)).every((name) => !name.includes('(2)')))
  })

  test('names, sizes and places that no office writes', async ({ assert }) => {
    const member = await memberApart()
    const long = `${'é'.repeat(120)}.txt`
    const root = await folderOf({
      'vide.txt': '',
      [long]: 'long',
      '.caché': 'un point devant',
      '...': 'trois points',
      ' avant.txt': 'une espace devant',
      'CON': 'un nom de Windows',
      'a:b|c?.txt': 'des signes de Windows',
      'guillemets "droits".txt': 'x',
      '\u202efdp.exe': 'à l’envers',
      'deux\nlignes.txt': 'y',
    })
    let deep = root
    for (let level = 0; level < 60; level++) deep = join(deep, `n${level}`)
    await mkdir(deep, { recursive: true })
    await writeFile(join(deep, 'au fond.txt'), 'z')
    const { report, status, words } = await importInto(member, root)
    assert.equal(report.seen, 11)
    assert.equal(report.imported, 11)
    assert.isTrue(report.errors.every(({ code }: { code: string }) => code === 'E_GED_RENAMED'))
    assert.equal(status, 0)
    assert.notInclude(words, '\u202e')
    assert.includeMembers(await namesOf(member), [
      long,
      'CON',
      'vide.txt',
      'au fond.txt',
      'deuxlignes.txt',
    ])
  })

  test('a file of descriptions that is no CSV, that lacks columns, or that Excel wrote', async ({
    assert,
  }) => {
    const member = await memberApart()
    const root = await folderOf({ 'Délib 1.txt': 'un', 'b.txt': 'deux' })
    const sheets = await folderOf({
      'excel.csv': latin(
        'chemin;type;date;titre\r\nDélib 1.txt;Délibération;12/03/2026;Année 2026\r\n'
      ),
      'bom.csv': `${BOM}"chemin";"titre"\nb.txt;Un œuf\n`,
      'sans.csv': 'nom;titre\na;b\n',
      'vide.csv': '',
      'image.csv': randomBytes(3000),
      'faux.csv': 'chemin;date\nb.txt;31/02/2026\n',
      'type.csv': 'chemin;type\nb.txt;inventé\n',
    })
    const using = (sheet: string) =>
      importRaw(root, '--tenant', member.siren, '--json', '--metadata', join(sheets, sheet))
    for (const sheet of ['sans.csv', 'vide.csv', 'image.csv']) {
      const { status, lines, words } = await using(sheet)
      assert.deepEqual([status, lines], [2, []], sheet)
      assert.include(words, 'chemin', sheet)
    }
    for (const sheet of ['faux.csv', 'type.csv']) {
      const { status, lines } = await using(sheet)
      const { errors, imported } = JSON.parse(lines[0])
      assert.equal(status, 1, sheet)
      assert.equal(errors[0].path, 'b.txt', sheet)
      assert.isAtMost(imported, 1)
    }
    assert.equal((await using('bom.csv')).status, 0)
    assert.equal((await using('excel.csv')).status, 0)
  })

  test('a file of searches with nothing, or with what is no search', async ({ assert }) => {
    const member = await memberApart()
    await importInto(member, await folderOf({ 'budget.txt': 'un' }))
    const folder = await folderOf({
      'q.txt': `${BOM}\r\n\r\nbudget\r\n   \r\n"\r\n-\r\ntype:\r\n((&|!'\r\n${'x'.repeat(5000)}\r\n\0\r\n:::\r\n`,
      'rien.txt': '\n\n  \n',
    })
    const ask = (file: string) =>
      search('--queries', join(folder, file), '--tenant', member.siren, '--json')
    const odd = await ask('q.txt')
    assert.deepEqual(
      [odd.status, odd.lines.length, JSON.parse(odd.lines[0]).total],
      [0, 8, 1],
      odd.words
    )
    const none = await ask('rien.txt')
    assert.deepEqual([none.status, none.lines.length], [0, 0])
    for (const words of [
      ['budget', '--tenant', member.siren, '--space', 'inconnu'],
      ['budget', '--tenant', '111111118'],
      ['--queries', '/nulle/part', '--tenant', member.siren],
      ['budget', '--tenant', member.siren, '--limit', 'dix'],
    ]) {
      const { status, lines, words: said } = await search(...words, '--json')
      assert.deepEqual([status, lines], [2, []], words.join(' '))
      assert.match(said, /\p{L}/u)
    }
  })

  test('a share and an export that name nobody, nothing, or what is there', async ({ assert }) => {
    const [member, guest] = [await memberApart(), await memberApart()]
    for (const words of [
      [],
      ['commun', '--with', guest.siren, '--tenant', member.siren],
      ['commun', '--with', guest.siren, '--role', 'roi', '--tenant', member.siren],
      ['commun', '--with', 'x', '--role', 'reader', '--tenant', member.siren],
      ['inconnu', '--with', guest.siren, '--role', 'reader', '--tenant', member.siren],
    ]) {
      const { status, lines } = await share(...words)
      assert.deepEqual([status, lines], [2, []], words.join(' '))
    }
    const itself = await share(
      'commun',
      '--with',
      member.siren,
      '--role',
      'reader',
      '--tenant',
      member.siren
    )
    assert.deepEqual([itself.status, itself.lines], [1, []])
    const full = await folderOf({ 'déjà.txt': 'là' })
    for (const words of [
      [],
      ['--tenant', member.siren],
      ['--tenant', member.siren, '--out', full],
      ['--tenant', member.siren, '--out', join(full, 'déjà.txt')],
      ['--tenant', 'x', '--out', join(full, 'x')],
    ]) {
      const { status, lines } = await exportOf(...words)
      assert.deepEqual([status, lines], [2, []], words.join(' '))
    }
  })

  test('somebody whose membership is suspended finds nothing', async ({ assert }) => {
    const member = await memberApart()
    await importInto(member, await folderOf({ 'budget.txt': 'un' }))
    const agent = await person('Maëlle Le Goff', {})
    await tenancy.run(member.id, () =>
      Membership.create({ userId: agent.id, roles: ['agent'], state: 'suspended' })
    )
    const { lines } = await search(
      'budget',
      '--as',
      agent.email,
      '--tenant',
      member.siren,
      '--json'
    )
    assert.equal(JSON.parse(lines[0]).total, 0)
  })
})
