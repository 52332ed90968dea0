import { test } from '@japa/runner'
import { canonicalJson } from '#lib/json/canonical'
import { parseTrousseau } from '#lib/sealing'
import { utf8 } from '#lib/sealing/bytes'
import { trousseauOf, type Keyed } from './memory.js'
import { codeOf } from './opening.js'

test.group('A trousseau', (group) => {
  let keyed: Keyed
  group.setup(async () => {
    keyed = await trousseauOf(['a', 'b', 'c'], 2)
  })

  const CHANGES: [what: string, code: string, change: (trousseau: any) => void][] = [
    ['of another format', 'unknown-format', (one) => (one.format = 'halle-trousseau/2')],
    ['with a word more', 'malformed', (one) => (one.deadline = '2026-12-01')],
    ['whose threshold is a text', 'malformed', (one) => (one.threshold = '2')],
    ['of one holder enough', 'threshold', (one) => (one.threshold = 1)],
    ['that needs all its holders', 'threshold', (one) => (one.threshold = 3)],
    ['of half a holder', 'threshold', (one) => (one.threshold = 2.5)],
    ['of a holder twice', 'holder', (one) => (one.holders[1].id = 'a')],
    ['of a holder in capitals', 'holder', (one) => (one.holders[1].id = 'B')],
    [
      'of a key twice',
      'public-key',
      (one) => (one.holders[1].publicKey = one.holders[0].publicKey),
    ],
    [
      'of a key of low order',
      'public-key',
      (one) => (one.holders[1].publicKey = Buffer.alloc(32).toString('base64url')),
    ],
    ['of a short key', 'malformed', (one) => (one.holders[1].publicKey = 'AAAA')],
    ['without envelope', 'envelope', (one) => (one.envelopes = [])],
    ['of an envelope twice', 'envelope', (one) => (one.envelopes = ['offre', 'offre'])],
    ['of lot zero', 'envelope', (one) => (one.envelopes = ['offre-0'])],
    ['of lot 1000', 'envelope', (one) => (one.envelopes = ['offre-1000'])],
    [
      'whose tender is in capitals',
      'tender',
      (one) => (one.tender = one.tender.toUpperCase().replace(/^./, 'A')),
    ],
  ]
  for (const [what, code, change] of CHANGES) {
    test(`${what} is refused`, async ({ assert }) => {
      const trousseau = JSON.parse(Buffer.from(keyed.bytes).toString())
      change(trousseau)
      assert.equal(await codeOf(() => parseTrousseau(utf8(canonicalJson(trousseau)))), code)
    })
  }

  test('that is not written as it should be is refused', async ({ assert }) => {
    const pretty = JSON.stringify(JSON.parse(Buffer.from(keyed.bytes).toString()), null, 1)
    assert.equal(await codeOf(() => parseTrousseau(utf8(pretty))), 'not-canonical')
  })
})
