import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { sharedData } from '#tests/helpers/shared_data'
import { ABSENT, contentsOf, hasOutsider, openOutside, outsider } from './outside/judge.js'
import { filesIn, tenders } from './tenders_command.js'

const TENDER = '7c1f5a1e-1111-4222-8333-944455566677'
const ENVELOPES = ['candidature', 'offre-1']
const HOLDERS = ['maire', 'secretaire', 'sequestre']
const isAbsent = !hasOutsider()
const vectors = sharedData('procurement', 'sealed', 'vectors')

test.group('Plis of others, who read FORMAT.md and not our code', (group) => {
  let folder: string
  const at = (...parts: string[]) => join(folder, ...parts)
  const content: Record<string, Buffer> = {
    'candidature/dc1.txt': Buffer.from('nous'),
    'offre-1/pièces/mémoire 🏗️.txt': Buffer.from('un mémoire'),
    'offre-1/plan.bin': Buffer.alloc(9_000_000, 'trois morceaux '),
    'offre-1/juste.bin': Buffer.alloc(4_194_304, 'un morceau juste '),
    'offre-1/vide': Buffer.alloc(0),
  }
  const folders = () => Object.fromEntries(ENVELOPES.map((name) => [name, at('clair', name)]))
  const keysOf = (from: string, ...holders: string[]) =>
    holders.map((holder) => at(from, `${holder}.key.json`))

  group.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'halle-others-'))
    for (const [path, bytes] of Object.entries(content)) {
      mkdirSync(dirname(at('clair', path)), { recursive: true })
      writeFileSync(at('clair', path), bytes)
    }
    return () => rmSync(folder, { recursive: true })
  })

  const ours = (...args: string[]) => tenders(...args, '--json')
  const opensHere = (pli: string, keys: string, out: string) =>
    ours(
      ...['open', '--pli', pli, '--trousseau', at(keys, 'trousseau.json'), '--out', out],
      ...['--key', ...keysOf(keys, 'maire', 'sequestre')]
    )

  test('open what our program seals, with any two holders or the bidder’s key', async ({
    assert,
  }) => {
    const threshold = ['--threshold', '2', '--holder', ...HOLDERS]
    await ours(
      ...['keys', '--tender', TENDER, ...threshold, '--out', at('nos-clés')],
      ...['--envelope', ...ENVELOPES]
    )
    const trousseau = at('nos-clés', 'trousseau.json')
    const named = Object.entries(folders()).map(([name, path]) => `${name}=${path}`)
    await ours(
      ...['seal', '--trousseau', trousseau, '--out', at('notre-pli')],
      ...['--envelope', ...named]
    )
    const plis = { pli: at('notre-pli') }
    const opens = (keys: object, out: string) =>
      openOutside({ plis, trousseau, out: at(out), ...keys })
    const lone = opens({ keys: keysOf('nos-clés', 'maire') }, 'un')
    assert.match(lone.pli!, /not enough shares/)
    assert.deepEqual(filesIn(at('un')), [])
    const ways: [string, object][] = [
      ['deux', { keys: keysOf('nos-clés', 'maire', 'secretaire') }],
      ['deux autres', { keys: keysOf('nos-clés', 'sequestre', 'secretaire') }],
      ['sa clé', { bidder: at('notre-pli', 'cle.json') }],
    ]
    for (const [out, keys] of ways) {
      assert.deepEqual(opens(keys, out), { pli: null })
      assert.deepEqual(contentsOf(at(out, 'pli')), content)
    }
  }).skip(isAbsent, ABSENT)

  test('that they wrote, with keys that they made, are checked and opened here', async ({
    assert,
  }) => {
    outsider('keys', {
      ...{ tender: TENDER, threshold: 2, holders: HOLDERS },
      ...{ envelopes: ENVELOPES, out: at('leurs-clés') },
    })
    const trousseau = at('leurs-clés', 'trousseau.json')
    const [pli, out] = [at('leur-pli'), at('leur-clair')]
    const { digest } = outsider('seal', { trousseau, envelopes: folders(), out: pli })
    const checked = await ours('check', '--pli', pli, '--trousseau', trousseau)
    assert.equal(checked.answer.digest, digest, checked.stderr)
    const opened = await opensHere(pli, 'leurs-clés', out)
    assert.equal(opened.status, 0, opened.stderr)
    assert.deepEqual(contentsOf(out), content)
    const own = await ours(
      ...['open', '--pli', pli, '--trousseau', trousseau, '--out', at('par-sa-clé')],
      ...['--bidder-key', join(pli, 'cle.json')]
    )
    assert.equal(own.status, 0, own.stderr)
    assert.deepEqual(contentsOf(at('par-sa-clé')), content)
  }).skip(isAbsent, ABSENT)

  test('that lie on one point are refused on both sides, and leave no file', async ({ assert }) => {
    outsider('keys', {
      ...{ tender: TENDER, threshold: 2, holders: HOLDERS },
      ...{ envelopes: ENVELOPES, out: at('clés-des-menteurs') },
    })
    const trousseau = at('clés-des-menteurs', 'trousseau.json')
    const names: string[] = outsider('lie', { trousseau, out: at('menteurs') })
    assert.isAbove(names.length, 50)
    const opened: string[] = []
    for (const name of names) {
      const out = at('ici', name)
      const { status, stderr } = await opensHere(at('menteurs', name), 'clés-des-menteurs', out)
      if (status !== 1 || /^ {4}at /m.test(stderr)) opened.push(name)
    }
    assert.deepEqual(opened, ['nobody'])
    const theirs = openOutside({
      ...{ plis: Object.fromEntries(names.map((name) => [name, at('menteurs', name)])) },
      ...{ trousseau, keys: keysOf('clés-des-menteurs', 'maire', 'sequestre'), out: at('là') },
    })
    assert.deepEqual(
      names.filter((name) => theirs[name] === null),
      ['nobody']
    )
    for (const side of ['ici', 'là'])
      assert.deepEqual(filesIn(at(side)), ['nobody/candidature/dc1.txt', 'nobody/offre-1/prix.csv'])
  }).skip(isAbsent, ABSENT)

  test('are judged by a reader that finds in the vectors what is expected', async ({ assert }) => {
    const given = (...parts: string[]) => join(vectors!, ...parts)
    const expected = JSON.parse(readFileSync(given('expected.json'), 'utf8'))
    const names = ['valid', ...expected.refused]
    const said = openOutside({
      plis: Object.fromEntries(names.map((name) => [name, given(name)])),
      trousseau: given('trousseau.json'),
      keys: ['maire', 'sequestre'].map((holder) => given('keys', `${holder}.key.json`)),
      out: at('vecteurs'),
    })
    assert.deepEqual(
      names.filter((name) => said[name] === null),
      ['valid']
    )
    assert.sameMembers(
      filesIn(at('vecteurs')),
      Object.entries(expected.open).flatMap(([envelope, files]) =>
        Object.keys(files as object).map((name) => `valid/${envelope}/${name}`)
      )
    )
  }).skip(isAbsent || vectors === null, ABSENT)
})
