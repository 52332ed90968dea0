import { createPrivateKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import { test } from '@japa/runner'
import {
  parseProofBundle,
  parseSealKeys,
  sealBytes,
  sealKeyOf,
  serializeProofBundle,
  signSeal,
  signSealFor,
  verifyBundle,
  type SealKey,
  type SealSignature,
  type SealStatement,
} from '#lib/proof'
import { signerWith } from '#lib/signature'
import { issue } from '../../../simulators/pki/authority.js'
import { forgedJournal, measureFile } from './forgeries.js'
import { PLATFORM, signedByPlatform, WRITTEN_AT } from './journal_fixture.js'

/** The time of the token of each seal. */
const AT = WRITTEN_AT + 3_600_000

/** What is said of the member to a reader who was given these keys, as `npm run verify` says it. */
async function saidOf(besides: (one: SealStatement) => SealSignature[], memberKeys: SealKey[]) {
  const bundle = forgedJournal({ sign: (one) => [signedByPlatform(one), ...besides(one)] })
  const findings = await verifyBundle(parseProofBundle(serializeProofBundle(bundle)), {
    verifyToken: async () => ({
      valid: true,
      at: new Date(AT).toISOString(),
      authority: 'Essai',
      trusted: true,
    }),
    measureFile,
    keys: [PLATFORM],
    memberKeys,
  })
  return {
    member: findings.filter(({ code }) => code === 'member').map(({ outcome }) => outcome),
    others: findings.filter((one) => one.code !== 'member' && one.outcome !== 'ok'),
  }
}

const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
const bare = ({ publicKey }: { publicKey: Parameters<typeof sealKeyOf>[0] }) => sealKeyOf(publicKey)

test.group('The cachet of the member beside the platform', () => {
  test('is established by the key that the member gave, and asked of nobody else', async ({
    assert,
  }) => {
    for (const [curve, digest] of [
      ['P-256', 'sha256'],
      ['P-384', 'sha384'],
      ['P-521', 'sha512'],
    ]) {
      const own = ec(curve)
      const key = bare(own)
      const besides = (one: SealStatement): SealSignature[] => {
        const value = sign(digest, sealBytes(one), own.privateKey).toString('base64')
        return [{ by: 'member', key: key.id, value }]
      }
      assert.deepEqual(await saidOf(besides, [key]), { member: ['ok'], others: [] }, curve)
      assert.deepEqual(await saidOf(besides, []), { member: [], others: [] })
    }
  })

  test('lacks to whoever asks for it, and its absence is no proof of a forgery', async ({
    assert,
  }) => {
    assert.deepEqual(await saidOf(() => [], [bare(ec('P-256'))]), {
      member: ['reserve'],
      others: [],
    })
  })

  test('is refused of another key, of another seal, and of the platform in its stead', async ({
    assert,
  }) => {
    const [own, stranger] = [ec('P-256'), ec('P-256')]
    const key = bare(own)
    const under =
      (id: string, signer = own) =>
      (one: SealStatement) => [{ ...signSeal(one, signer.privateKey, id), by: 'member' as const }]
    assert.deepEqual((await saidOf(under(key.id, stranger), [key])).member, ['failed'])
    assert.deepEqual((await saidOf(under(bare(stranger).id, stranger), [key])).member, ['failed'])
    const elsewhere = (one: SealStatement) => under(key.id)({ ...one, closedAt: '2026' })
    assert.deepEqual((await saidOf(elsewhere, [key])).member, ['failed'])
    const platform = (one: SealStatement) => [{ ...signedByPlatform(one), by: 'member' as const }]
    assert.deepEqual((await saidOf(platform, [key])).member, ['failed'])
  })

  test('does not speak for the platform', async ({ assert }) => {
    const own = ec('P-256')
    const key = bare(own)
    const bundle = forgedJournal({ sign: (one) => [signSeal(one, own.privateKey, key.id)] })
    const means = { measureFile, keys: [PLATFORM], memberKeys: [key] }
    const findings = await verifyBundle(bundle, {
      ...means,
      verifyToken: async () => ({ valid: false, reason: 'rien' }),
    })
    assert.containsSubset(findings, [{ code: 'issuer', outcome: 'failed' }])
  })

  test('is read from its certificate, which says when it was valid', async ({ assert }) => {
    const { certificate, privateKey } = await issue({ usage: 'seal', subject: 'CN=C', years: 1 })
    const signer = signerWith(createPrivateKey(privateKey), [certificate])
    const [key] = parseSealKeys(new X509Certificate(certificate).toString())
    assert.equal(key.id, signSealFor(forgedJournal({}).seals[0].statement, signer).key)
    const besides = (one: SealStatement) => [signSealFor(one, signer)]
    const valid = { ...key, since: null, until: null }
    assert.deepEqual((await saidOf(besides, [valid])).member, ['ok'])
    const over = { ...key, since: null, until: new Date(AT - 3_600_000).toISOString() }
    assert.deepEqual((await saidOf(besides, [over])).member, ['failed'])
    assert.isAbove(Date.parse(key.until!), Date.now())
    assert.isBelow(Date.parse(key.since!), Date.now())
  })
})
