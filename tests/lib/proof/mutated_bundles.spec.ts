import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import {
  BundleRejected,
  canonicalJson,
  parseProofBundle,
  serializeProofBundle,
  verifyBundle,
  type MeasureFile,
  type ProofBundle,
  type SealKey,
} from '#lib/proof'
import { tokenVerifier } from '#lib/signature/token_verifier'
import { hasTool } from '#tests/helpers/tools'
import { forgedJournal, measureFile, oldBundle } from './forgeries.js'
import { bundleOf, PLATFORM, randomsFrom } from './journal_fixture.js'
import { mutate } from './mutations.js'
import { timeAuthority } from './time_authority.js'

const ROUNDS = Number(process.env.MUTATIONS ?? 200)
const SEED = Number(process.env.SEED ?? 1128)
const RANKS = ['failed', 'reserve', 'ok'] as const
type Rank = (typeof RANKS)[number]
type Judge = (bytes: Buffer) => Promise<{ rank: Rank; bundle: ProofBundle | null }>

/** What a reader is told: the worst of all that was said. */
function reader(
  verifyToken: Parameters<typeof verifyBundle>[1]['verifyToken'],
  keys: SealKey[]
): Judge {
  return async (bytes) => {
    let bundle: ProofBundle
    try {
      bundle = parseProofBundle(bytes)
    } catch (error) {
      if (error instanceof BundleRejected) return { rank: 'failed', bundle: null }
      throw error
    }
    const findings = await verifyBundle(bundle, { verifyToken, measureFile, keys })
    const rank = RANKS.find((one) => findings.some(({ outcome }) => outcome === one)) ?? 'failed'
    return { rank, bundle }
  }
}

/** Everything in it that a reader would believe stands in the original, word for word. */
function saysOnly(bundle: ProofBundle, original: ProofBundle): boolean {
  const isIn = (list: unknown[]) => {
    const known = new Set(list.map(canonicalJson))
    return (one: unknown) => known.has(canonicalJson(one))
  }
  const fileOf = ({ name, size, sha256 }: ProofBundle['files'][number]) => ({ name, size, sha256 })
  const statements = (one: ProofBundle) => one.seals.map(({ statement }) => statement)
  const written = (one: ProofBundle) => one.entries.map(({ entry, hash }) => ({ entry, hash }))
  return (
    written(bundle).every(isIn(written(original))) &&
    statements(bundle).every(isIn(statements(original))) &&
    bundle.files.map(fileOf).every(isIn(original.files.map(fileOf))) &&
    bundle.subjects.every(isIn(original.subjects))
  )
}

const stub = async (token: Buffer, imprint: Buffer) =>
  token.equals(imprint)
    ? ({ valid: true, at: '2026-11-22T09:00:01.000Z', authority: 'Essai', trusted: true } as const)
    : ({ valid: false, reason: 'une autre empreinte' } as const)

/** `MUTATIONS=2000` makes twelve thousand of them. */
test.group(`Mutated proof bundles (seed ${SEED}, ${ROUNDS} of each)`, () => {
  const bundles: [string, () => ProofBundle, SealKey[], Rank][] = [
    [
      'a sound bundle, read with the key',
      () => bundleOf([7, 1, 12], (one) => one),
      [PLATFORM],
      'ok',
    ],
    ['a sound bundle, read without it', () => bundleOf([7, 1, 12], (one) => one), [], 'reserve'],
    ['a bundle of the first format', () => oldBundle(), [], 'reserve'],
    ['a bundle that nobody signed', () => forgedJournal({ sign: () => [] }), [PLATFORM], 'failed'],
    [
      'a bundle dated of ten years ago',
      () => forgedJournal({ shift: -3.2e11, closed: -3.2e11 }),
      [PLATFORM],
      'failed',
    ],
  ]
  for (const [name, make, keys, earned] of bundles) {
    test(`neither crash nor earn more than ${name}`, async ({ assert }) => {
      const [random, original, judge] = [randomsFrom(SEED), make(), reader(stub, keys)]
      const sound = serializeProofBundle(original)
      assert.equal((await judge(sound)).rank, earned)
      for (let round = 0; round < ROUNDS; round++) {
        const bytes = mutate(sound, random)
        const { rank, bundle } = await judge(bytes)
        assert.isAtMost(RANKS.indexOf(rank), RANKS.indexOf(earned), `round ${round}`)
        if (rank !== 'failed')
          assert.isTrue(saysOnly(bundle!, original), `round ${round}: ${bytes}`)
      }
    }).timeout(600_000)
  }

  test('neither crash nor earn more under the tokens of a real authority', async ({
    assert,
    cleanup,
  }) => {
    const authority = timeAuthority('de Penn ar Roz')
    cleanup(() => authority.remove())
    const original = bundleOf([6, 4], authority.tokenOf, Date.now() - 3_600_000)
    const anchors = [new X509Certificate(readFileSync(authority.rootPem)).raw]
    const [random, sound] = [randomsFrom(SEED), serializeProofBundle(original)]
    for (const [anchored, earned] of [
      [anchors, 'ok'],
      [[], 'reserve'],
    ] as const) {
      const judge = reader(tokenVerifier([...anchored]), [PLATFORM])
      assert.equal((await judge(sound)).rank, earned)
      for (let round = 0; round < ROUNDS / 2; round++) {
        const { rank, bundle } = await judge(mutate(sound, random))
        assert.isAtMost(RANKS.indexOf(rank), RANKS.indexOf(earned), `round ${round}`)
        if (rank !== 'failed') assert.isTrue(saysOnly(bundle!, original), `round ${round}`)
      }
    }
  })
    .skip(!hasTool('openssl'), 'openssl is not installed')
    .timeout(600_000)

  test('are refused for any file that is not the one they speak of', async ({ assert }) => {
    const random = randomsFrom(SEED)
    const bundle = parseProofBundle(serializeProofBundle(bundleOf([7, 1, 12], (one) => one)))
    for (let round = 0; round < 200; round++) {
      const [wrong, name] = [random(3), bundle.files[random(bundle.files.length)].name]
      const altered: MeasureFile = async (asked) => {
        const found = (await measureFile(asked))!
        if (asked !== name) return found
        const { sha256 } = found
        const at = random(64)
        const digit = ((Number.parseInt(sha256[at], 16) + 1 + random(15)) % 16).toString(16)
        const other = sha256.slice(0, at) + digit + sha256.slice(at + 1)
        return [null, { ...found, size: found.size + 1 }, { ...found, sha256: other }][wrong]
      }
      const findings = await verifyBundle(bundle, {
        verifyToken: stub,
        keys: [PLATFORM],
        measureFile: altered,
      })
      assert.lengthOf(
        findings.filter(({ outcome }) => outcome === 'failed'),
        1
      )
    }
  })
})

test.group('A proof bundle made to exhaust its reader', () => {
  test('is refused when it is nested without end', async ({ assert }) => {
    const depth = '['.repeat(200_000) + ']'.repeat(200_000)
    assert.throws(
      () => parseProofBundle(Buffer.from(`{"format":"halle.proof.v2","x":${depth}}`)),
      BundleRejected
    )
  })
})
