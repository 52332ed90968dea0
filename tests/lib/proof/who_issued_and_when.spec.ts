import { generateKeyPairSync } from 'node:crypto'
import { test } from '@japa/runner'
import {
  buildProofBundle,
  parseProofBundle,
  parseSealKeys,
  sealKeyOf,
  serializeProofBundle,
  signSeal,
  verifyBundle,
  writeSealKeys,
  type ProofBundle,
  type SealKey,
  type SealStatement,
} from '#lib/proof'
import { forgedJournal, measureFile, oldBundle, type Forgery } from './forgeries.js'
import { bundleOf, PLATFORM } from './journal_fixture.js'

const DAY = 86_400_000
/** What the token of each seal says, whatever the bundle says. */
const tokenAt = (iso: string) => async (token: Buffer, imprint: Buffer) =>
  token.equals(imprint)
    ? ({ valid: true, at: iso, authority: 'Essai', trusted: true } as const)
    : ({ valid: false, reason: 'une autre empreinte' } as const)

async function verdictOf(bundle: ProofBundle, at = '2026-11-22T09:00:01Z', keys = [PLATFORM]) {
  const read = parseProofBundle(serializeProofBundle(bundle))
  const findings = await verifyBundle(read, { verifyToken: tokenAt(at), measureFile, keys })
  const codes = (outcome: string) => [
    ...new Set(findings.filter((one) => one.outcome === outcome).map(({ code }) => code)),
  ]
  return { failed: codes('failed'), reserves: codes('reserve'), text: JSON.stringify(findings) }
}

const bundle = () => bundleOf([7, 1, 12], (imprint) => imprint)
const forged = (forgery: Forgery) => forgedJournal(forgery)

test.group('Who issued a proof bundle', () => {
  test('is established by the key that the reader holds', async ({ assert }) => {
    const { failed, reserves, text } = await verdictOf(bundle())
    assert.deepEqual([failed, reserves], [[], []])
    assert.include(text, PLATFORM.id)
  })

  test('is not established without that key', async ({ assert }) => {
    assert.deepEqual(await verdictOf(bundle(), undefined, []).then(({ reserves }) => reserves), [
      'issuer',
    ])
  })

  test('is refused when somebody else signed, whatever name he gives his key', async ({
    assert,
  }) => {
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    for (const id of [PLATFORM.id, sealKeyOf(stranger.publicKey).id]) {
      const sign = (statement: SealStatement) => [signSeal(statement, stranger.privateKey, id)]
      assert.include((await verdictOf(forged({ sign }))).failed, 'issuer')
    }
  })

  test('is refused when the signatures are taken away, or one is put on another seal', async ({
    assert,
  }) => {
    for (const keys of [[PLATFORM], []]) {
      const unsigned = forged({ sign: () => [] })
      assert.include((await verdictOf(unsigned, undefined, keys)).failed, 'issuer')
    }
    const { format, digest, ...content } = bundle()
    const [first, second, third] = content.seals
    const seals = [first, { ...second, signatures: third.signatures }, third]
    assert.include((await verdictOf(buildProofBundle({ ...content, seals }))).failed, 'issuer')
  })

  test('is refused outside of the time when the key was in service', async ({ assert }) => {
    const late: SealKey = { ...PLATFORM, since: '2026-11-23T00:00:00.000Z' }
    const retired: SealKey = { ...PLATFORM, until: '2026-11-21T00:00:00.000Z' }
    for (const key of [late, retired]) {
      assert.deepEqual((await verdictOf(bundle(), undefined, [key])).failed, ['issuer'])
    }
  })

  test('has a reserve in a bundle older than the signatures, and none passes for older', async ({
    assert,
  }) => {
    const { failed, reserves } = await verdictOf(oldBundle(), undefined, [])
    assert.deepEqual([failed, reserves], [[], ['issuer']])
    const since: SealKey = { ...PLATFORM, since: '2026-12-01T00:00:00.000Z' }
    assert.deepEqual((await verdictOf(oldBundle(), undefined, [since])).reserves, ['issuer'])
    assert.deepEqual((await verdictOf(oldBundle(), undefined, [PLATFORM])).failed, ['issuer'])
  })
})

test.group('The times of a proof bundle', () => {
  const cases: [string, Forgery, string?][] = [
    [
      'a whole history of ten years ago bears a token of today',
      { shift: -10 * 365 * DAY, closed: -10 * 365 * DAY },
    ],
    ['old entries are under a seal of today', { shift: -2 * DAY }],
    [
      'one entry alone is older than the one before it',
      { moved: { position: 13, by: -3_600_000 } },
    ],
    ['one entry is dated of another year', { moved: { position: 8, by: -6 * 365 * DAY } }],
    ['an entry is younger than its seal', { moved: { position: 18, by: 2 * 3_600_000 } }],
    ['a seal closes after its own token', { closed: 3_600_000 }],
    ['a token comes long after the closing of its seal', {}, '2026-11-22T10:00:00Z'],
    ['a seal allows itself a longer interval', { intervalSeconds: 30 * 86_400, shift: -2 * DAY }],
    ['a date is no date', { at: '2026-02-31T08:00:00.000Z' }],
    ['a date is written otherwise', { at: '2026-11-22T08:00:00+00:00' }],
    ['it says to be made before its last seal', { producedAt: '2026-11-20T08:00:00.000Z' }],
  ]
  for (const [name, forgery, token] of cases) {
    test(`are refused when ${name}, even signed with the key`, async ({ assert }) => {
      assert.deepEqual((await verdictOf(forged(forgery), token)).failed, ['time'])
      assert.include((await verdictOf(forged(forgery), token, [])).failed, 'time')
    })
  }

  test('are forgiven a minute between machines in a bundle older than the one clock, and no more', async ({
    assert,
  }) => {
    const back = (by: number) => oldBundle({ moved: { position: 13, by } })
    assert.deepEqual((await verdictOf(back(-20_000), undefined, [])).failed, [])
    assert.deepEqual((await verdictOf(back(-120_000), undefined, [])).failed, ['time'])
    const now = forged({ moved: { position: 13, by: -20_000 } })
    assert.deepEqual((await verdictOf(now)).failed, ['time'])
  })

  test('hold in an entry that is a day old when it is sealed', async ({ assert }) => {
    assert.deepEqual((await verdictOf(forged({ shift: -DAY + 3_600_000 }))).failed, [])
  })
})

test.group('The keys that are published', () => {
  test('are read back with their dates, words around them or not', ({ assert }) => {
    const text = `Les clés de la plateforme\n\n${writeSealKeys([{ ...PLATFORM, until: '2027-01-01T00:00:00.000Z' }])}`
    const [key] = parseSealKeys(text)
    assert.deepInclude(key, {
      id: PLATFORM.id,
      since: '2026-01-01T00:00:00.000Z',
      until: '2027-01-01T00:00:00.000Z',
    })
  })

  test('are refused when there is none, or another sort', ({ assert }) => {
    assert.throws(() => parseSealKeys('bonjour'), /Aucune clé/)
    const block = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'
    assert.throws(() => parseSealKeys(block), /autre chose que des clés/)
    const dated = writeSealKeys([{ ...PLATFORM, since: 'hier' }])
    assert.throws(() => parseSealKeys(dated), /n’est pas une date/)
  })
})
