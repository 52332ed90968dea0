import { test } from '@japa/runner'
import { checkPli } from '#lib/sealing'
import { forge, type Lies } from './forged.js'
import { sealTexts, trousseauOf, type Keyed } from './memory.js'
import { codeOf, openWith } from './opening.js'

test.group('A pli whose bidder lies', (group) => {
  let keyed: Keyed
  group.setup(async () => {
    keyed = await trousseauOf(['maire', 'secretaire', 'sequestre'], 2)
  })

  const named = (name: string): Lies => ({ list: ([file]) => ({ files: [{ ...file, name }] }) })
  const LIES: [what: string, code: string, lies: Lies][] = [
    [
      'moved its pieces',
      'altered-file',
      {
        pieces: ([one, two]) => [
          { ...one, index: 1 },
          { ...two, index: 0 },
        ],
      },
    ],
    ['repeated a piece', 'altered-file', { pieces: ([one, two]) => [one, one, two] }],
    ['cut the last piece', 'altered-file', { pieces: ([one]) => [one] }],
    [
      'said that the first piece is the last',
      'altered-file',
      { pieces: ([one, two]) => [{ ...one, isLast: true }, two] },
    ],
    [
      'said that no piece is the last',
      'altered-file',
      { pieces: ([one, two]) => [one, { ...two, isLast: false }] },
    ],
    [
      'altered a tag',
      'altered-file',
      {
        sealed: ([one, two]) => [
          one,
          Uint8Array.from(two, (byte, at) => (at === two.length - 1 ? byte ^ 1 : byte)),
        ],
      },
    ],
    [
      'lists another file',
      'list',
      { list: ([file]) => ({ files: [{ ...file, id: '0'.repeat(32) }] }) },
    ],
    ['lists no file', 'list', { list: () => ({ files: [] }) }],
    [
      'lists a file twice',
      'list',
      { list: ([file]) => ({ files: [file, { ...file, name: 'autre.csv' }] }) },
    ],
    [
      'lists another size',
      'list',
      { list: ([file]) => ({ files: [{ ...file, size: file.size - 1 }] }) },
    ],
    [
      'lists another digest',
      'list',
      { list: ([file]) => ({ files: [{ ...file, sha256: '0'.repeat(64) }] }) },
    ],
    ['lists a word more', 'list', { list: (files) => ({ files, signed: true }) }],
    ['lists no JSON', 'list', { listText: (text) => text.slice(1) }],
    ['shares another key', 'commit', { shared: new Uint8Array(32) }],
    ['commits to another key', 'commit', { commit: () => new Uint8Array(32) }],
    ['gives shares that nobody opens', 'share', { brokenShares: [0, 1, 2] }],
    ['climbs out of its folder', 'name', named('../prix.csv')],
    ['climbs from within', 'name', named('a/../../prix.csv')],
    ['begins at the root', 'name', named('/etc/passwd')],
    ['has an empty folder', 'name', named('a//b')],
    ['stands still', 'name', named('./a')],
    ['has a backslash', 'name', named('a\\b')],
    ['has an end of line', 'name', named('a\nb')],
    ['has a delete', 'name', named('a\u007fb')],
    ['is decomposed', 'name', named('e\u0301te\u0301.pdf')],
    ['is half a letter', 'name', named('\ud83c')],
    ['is too long a segment', 'name', named('é'.repeat(128))],
    [
      'is too long a name',
      'name',
      named(Array.from({ length: 11 }, () => 'a'.repeat(99)).join('/')),
    ],
    ['is nothing', 'name', named('')],
  ]
  for (const [what, code, lies] of LIES) {
    test(`${what}: no file of it is left`, async ({ assert }) => {
      const { folder } = await forge(keyed, lies)
      assert.equal(await codeOf(() => checkPli(folder, keyed.trousseau)), 'none')
      assert.equal(await codeOf(() => openWith(keyed, folder)), code)
    })
  }

  test('opens when the bidder tells the truth, with a name at the very limit', async ({
    assert,
  }) => {
    const name = `${'é'.repeat(127)}🏗️`.slice(0, 125)
    const { folder } = await forge(keyed, named(name))
    assert.deepEqual(Object.keys((await openWith(keyed, folder)).texts), [`offre-1/${name}`])
  })

  test('opens with other holders when the share of one does not', async ({ assert }) => {
    const { folder } = await forge(keyed, { brokenShares: [0] })
    assert.equal(await codeOf(() => openWith(keyed, folder, keyed.keys.slice(0, 2))), 'share')
    assert.equal(await codeOf(() => openWith(keyed, folder, keyed.keys.slice(1))), 'none')
    assert.equal(await codeOf(() => openWith(keyed, folder, keyed.keys)), 'none')
  })
})

test.group('Keys of holders', () => {
  test('are as many as the trousseau asks, and of its holders', async ({ assert }) => {
    const keyed = await trousseauOf(['a', 'b', 'c', 'd'], 3)
    const other = await trousseauOf(['a', 'b', 'c', 'd'], 3)
    const { folder } = await sealTexts(keyed, { 'offre-1': { 'a.txt': 'un' } })
    const { keys } = keyed
    assert.equal(await codeOf(() => openWith(keyed, folder, keys.slice(0, 2))), 'not-enough-keys')
    assert.equal(
      await codeOf(() => openWith(keyed, folder, [keys[0], keys[1], keys[1]])),
      'not-enough-keys'
    )
    assert.equal(
      await codeOf(() => openWith(keyed, folder, [...keys.slice(0, 2), other.keys[2]])),
      'other-key'
    )
    assert.equal(
      await codeOf(() =>
        openWith(keyed, folder, [...keys.slice(0, 2), { ...keys[2], holder: 'zoe' }])
      ),
      'other-key'
    )
    assert.deepEqual((await openWith(keyed, folder, keys.slice(1))).texts, {
      'offre-1/a.txt': 'un',
    })
  })
})
