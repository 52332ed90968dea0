import { test } from '@japa/runner'
import { canonicalJson } from '#lib/json/canonical'
import { checkPli } from '#lib/sealing'
import { joined, utf8 } from '#lib/sealing/bytes'
import { forge } from './forged.js'
import { sealTexts, trousseauOf, type Keyed, type Memory } from './memory.js'
import { codeOf, openWith } from './opening.js'

test.group('A pli that is altered on its way', (group) => {
  let keyed: Keyed
  let sound: Memory
  group.setup(async () => {
    keyed = await trousseauOf(['maire', 'secretaire', 'sequestre'], 2)
    const texts = { 'candidature': { 'dc1.txt': 'DC1' }, 'offre-1': { 'a.txt': 'a', 'b.txt': 'b' } }
    sound = (await sealTexts(keyed, texts)).folder
  })

  /** The manifest changed as an object, and written again as it should be. */
  const rewritten = (change: (manifest: any) => void) => (folder: Memory) => {
    const manifest = JSON.parse(Buffer.from(folder.held.get('pli.json')!).toString())
    change(manifest)
    folder.held.set('pli.json', utf8(canonicalJson(manifest)))
  }
  const asText = (change: (text: string) => string) => (folder: Memory) => {
    const text = Buffer.from(folder.held.get('pli.json')!).toString()
    folder.held.set('pli.json', utf8(change(text)))
  }
  const firstOf = (folder: Memory) =>
    [...folder.held.keys()].find((path) => /offre-1\/[0-9a-f]+\.bin/.test(path))!

  const ALTERED: [what: string, code: string, alter: (folder: Memory) => void][] = [
    ['without manifest', 'missing-file', (folder) => folder.held.delete('pli.json')],
    ['whose manifest is no JSON', 'unreadable', asText(() => 'bonjour')],
    ['whose manifest is a list', 'unreadable', asText(() => '[]')],
    ['whose manifest is spaced', 'not-canonical', asText((text) => text.replace(':', ': '))],
    ['whose manifest ends with a line', 'not-canonical', asText((text) => `${text}\n`)],
    [
      'whose manifest says one thing twice',
      'not-canonical',
      asText((text) => text.replace('{', '{"envelopes":[],')),
    ],
    [
      'whose manifest is a pit',
      'unreadable',
      asText(() => `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    ],
    [
      'whose list would fill the memory',
      'malformed',
      rewritten((pli) => (pli.envelopes[0].list.size = 28 + 4_096 * 2_500_000)),
    ],
    ['of another format', 'unknown-format', rewritten((pli) => (pli.format = 'halle-pli/2'))],
    ['with one more word', 'malformed', rewritten((pli) => (pli.bidder = 'Kerbois'))],
    ['with one word less', 'malformed', rewritten((pli) => delete pli.pli)],
    [
      'of an identifier in capitals',
      'malformed',
      rewritten((pli) => (pli.pli = pli.pli.toUpperCase().replace(/^./, 'A'))),
    ],
    [
      'of another tender',
      'other-tender',
      rewritten((pli) => (pli.tender = '7c1f5a1e-1111-4222-8333-944455566677')),
    ],
    [
      'of another trousseau',
      'other-trousseau',
      rewritten((pli) => (pli.trousseau = '0'.repeat(64))),
    ],
    ['with no envelope', 'no-envelope', rewritten((pli) => (pli.envelopes = []))],
    [
      'with an envelope of another tender',
      'envelope',
      rewritten((pli) => (pli.envelopes[0].name = 'offre-9')),
    ],
    ['whose envelopes are out of order', 'order', rewritten((pli) => pli.envelopes.reverse())],
    [
      'with an envelope twice',
      'order',
      rewritten((pli) => (pli.envelopes[1].name = 'candidature')),
    ],
    ['without a share', 'holder', rewritten((pli) => pli.envelopes[0].shares.pop())],
    [
      'whose shares are out of order',
      'holder',
      rewritten((pli) => pli.envelopes[0].shares.reverse()),
    ],
    [
      'with a short share',
      'malformed',
      rewritten((pli) => (pli.envelopes[0].shares[0].ct = 'AAAA')),
    ],
    [
      'with a share that is written otherwise',
      'malformed',
      rewritten((pli) => (pli.envelopes[0].shares[0].enc += '=')),
    ],
    [
      'with a file twice',
      'file-twice',
      rewritten((pli) => pli.envelopes[1].files.push(pli.envelopes[1].files[0])),
    ],
    [
      'with a piece of no byte',
      'malformed',
      rewritten((pli) => (pli.envelopes[1].files[0].pieces[0].size = 27)),
    ],
    [
      'cut into small pieces',
      'malformed',
      rewritten(({ envelopes: [, { files }] }) => files[0].pieces.push(files[0].pieces[0])),
    ],
    [
      'with an empty piece at the end',
      'malformed',
      rewritten(({ envelopes: [, { files }] }) => {
        const { sha256 } = files[0].pieces[0]
        files[0].pieces = [
          { sha256, size: 4_194_332 },
          { sha256, size: 28 },
        ]
      }),
    ],
    [
      'whose list is no multiple of 4,096',
      'malformed',
      rewritten((pli) => (pli.envelopes[0].list.size = 4_125)),
    ],
    ['of a file less', 'missing-file', (folder) => folder.held.delete(firstOf(folder))],
    ['of a list less', 'missing-file', (folder) => folder.held.delete('candidature/list.bin')],
    ['of a file more', 'extra-file', (folder) => folder.held.set('offre-1/prix.csv', utf8('1'))],
    [
      'of a file more at its door',
      'extra-file',
      (folder) => folder.held.set('lisez-moi.txt', utf8('1')),
    ],
    [
      'with a longer file',
      'altered-file',
      (folder) => folder.held.set(firstOf(folder), joined(folder.held.get(firstOf(folder))!, '1')),
    ],
    [
      'with a byte changed',
      'altered-file',
      (folder) => (folder.held.get(firstOf(folder))![20] ^= 1),
    ],
    [
      'with a byte of its list changed',
      'altered-file',
      (folder) => (folder.held.get('candidature/list.bin')![4_000] ^= 1),
    ],
  ]
  for (const [what, code, alter] of ALTERED) {
    test(`${what} is refused without a key, and by who has them`, async ({ assert }) => {
      const folder = sound.copy()
      alter(folder)
      assert.equal(await codeOf(() => checkPli(folder, keyed.trousseau)), code)
      assert.equal(await codeOf(() => openWith(keyed, folder)), code)
    })
  }

  test('is accepted when nothing was, with the key that the bidder keeps beside it', async ({
    assert,
  }) => {
    const folder = sound.copy()
    folder.held.set('cle.json', utf8('{}'))
    const checked = await checkPli(folder, keyed.trousseau)
    assert.equal(checked.files, 3)
    assert.match(checked.digest, /^[0-9a-f]{64}$/)
  })

  test('still opens the envelope that was not altered, when that one alone is asked', async ({
    assert,
  }) => {
    const folder = sound.copy()
    folder.held.get(firstOf(folder))![20] ^= 1
    assert.equal(await codeOf(() => checkPli(folder, keyed.trousseau, 'candidature')), 'none')
    assert.equal(await codeOf(() => checkPli(folder, keyed.trousseau, 'offre-1')), 'altered-file')
  })

  test('says the same nonce twice, without a key', async ({ assert }) => {
    const twin = (pieces: Uint8Array<ArrayBuffer>[]) => {
      pieces[1].set(pieces[0].subarray(0, 12))
      return pieces
    }
    const { folder } = await forge(keyed, { sealed: twin })
    assert.equal(await codeOf(() => checkPli(folder, keyed.trousseau)), 'nonce-twice')
  })
})
