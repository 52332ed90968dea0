import { test } from '@japa/runner'
import { folderOf } from './support/folders.js'
import { importInto, memberApart, searchIn } from './support/commands.js'

test.group('A road and a rank', () => {
  test('are found whether or not they look like an amount, and an amount is found too', async ({
    assert,
  }) => {
    const member = await memberApart()
    const files = await folderOf({
      'Arrêté n° 2026-322 RD 126 Trévalec.txt': 'circulation alternée',
      'Subvention.txt': 'Une subvention de 126 322,00 euros est accordée.',
      'Rdv du 26.txt': 'autre chose',
    })
    await importInto(member, files, '--wait')
    const titlesOf = async (typed: string) =>
      (await searchIn(member, typed)).hits.map(({ title }: { title: string }) => title)
    assert.deepEqual(await titlesOf('RD126 322'), ['Arrêté n° 2026-322 RD 126 Trévalec'])
    assert.equal((await titlesOf('subvention 126 322'))[0], 'Subvention')
    assert.deepEqual(await titlesOf('126 322'), ['Subvention'])
  })
})
