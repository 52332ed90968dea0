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
    await makesKeys('keys')
    return () => rmSync(folder, { recursive: true })
  })

  const trousseau = () => ['--trousseau', at('keys', 'trousseau.json'), '--json']
  const makesKeys = (out: string) =>
    tenders(
      ...['keys', '--tender', TENDER, '--threshold', '2', '--holder', 'a', 'b', 'c', '--json'],
      ...['--envelope', 'offre-1', '--out', at(out)]
    )
  const opens = (pli: string, out: string) =>
    tenders(
      ...['open', '--pli', at(pli), ...trousseau(), '--out', at(out)],
      ...['--key', at('keys', 'a.key.json'), at('keys', 'b.key.json')]
    )
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
    const { answer } = await opens('pli', 'pli/clair')
    assert.equal(answer.error.code, 'out')
    assert.isFalse(existsSync(at('pli', 'clair')))
    assert.equal((await tenders('check', '--pli', at('pli'), ...trousseau())).status, 0)
  })

  test('is of one command at a time: of two at once one is refused, and the other stays whole', async ({
    assert,
  }) => {
    const pairs: [string, () => ReturnType<typeof tenders>][] = [
      ['pli-ensemble', () => seals('pli-ensemble')],
      ['clair-ensemble', () => opens('pli-ensemble', 'clair-ensemble')],
      ['cles-ensemble', () => makesKeys('cles-ensemble')],
    ]
    const said: Awaited<ReturnType<typeof tenders>>[] = []
    for (const [out, run] of pairs) {
      const ended = await Promise.all([run(), run(), run()])
      assert.deepEqual(ended.map(({ status }) => status).sort(), [0, 1, 1], out)
      said.push(...ended)
    }
    assert.equal((await tenders('check', '--pli', at('pli-ensemble'), ...trousseau())).status, 0)
    assert.deepEqual(filesIn(at('clair-ensemble')), ['offre-1/prix.csv'])
    assert.lengthOf(filesIn(at('cles-ensemble')), 4)
    for (const { status, answer } of said) if (status === 1) assert.equal(answer.error.code, 'out')
    // Nor is a folder taken that was there before
    mkdirSync(at('vide'))
    const there = await Promise.all([seals('vide'), seals('vide')])
    assert.deepEqual(there.map(({ status }) => status).sort(), [0, 1])
    assert.equal((await tenders('check', '--pli', at('vide'), ...trousseau())).status, 0)
  })
})
