import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { filesIn, tenders } from './tenders_command.js'

const TENDER = '7c1f5a1e-1111-4222-8333-944455566677'

test.group('Where the offline program writes', (group) => {
  let folder: string
  const at = (...parts: string[]) => join(folder, ...parts)
  group.setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'halle-place-'))
    mkdirSync(at('offre'))
    writeFileSync(at('offre', 'prix.csv'), 'cent mille')
    const holders = ['--threshold', '2', '--holder', 'a', 'b', 'c']
    await tenders(
      ...['keys', '--tender', TENDER, ...holders],
      ...['--envelope', 'offre-1', '--out', at('keys')]
    )
    return () => rmSync(folder, { recursive: true })
  })

  const trousseau = () => ['--trousseau', at('keys', 'trousseau.json'), '--json']
  const seals = (out: string) =>
    tenders(
      ...['seal', ...trousseau(), '--out', at(out)],
      ...['--envelope', `offre-1=${at('offre')}`]
    )

  test('is never among what it seals: the next pli would bear this one and its key', async ({
    assert,
  }) => {
    symlinkSync(at('offre'), at('raccourci'))
    for (const out of ['offre', 'offre/pli', 'offre/a/b', 'raccourci/pli']) {
      const { status, answer } = await seals(out)
      assert.deepEqual([status, answer.error.code], [1, 'out'], out)
      assert.include(answer.error.message, 'que cette commande lit')
    }
    assert.deepEqual(filesIn(at('offre')), ['prix.csv'])
    // Its name begins as theirs, and it is beside them
    assert.equal((await seals('offre-scellée')).status, 0)
  })

  test('is never in the pli that it opens, which would no longer be whole', async ({ assert }) => {
    await seals('pli')
    const keys = ['--key', at('keys', 'a.key.json'), at('keys', 'b.key.json')]
    const { answer } = await tenders(
      ...['open', '--pli', at('pli'), ...trousseau(), ...keys, '--out', at('pli', 'clair')]
    )
    assert.equal(answer.error.code, 'out')
    assert.isFalse(existsSync(at('pli', 'clair')))
    assert.equal((await tenders('check', '--pli', at('pli'), ...trousseau())).status, 0)
  })
})
