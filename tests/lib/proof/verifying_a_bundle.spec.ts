import { test } from '@japa/runner'
import {
  buildProofBundle,
  BundleRejected,
  hashEntry,
  parseProofBundle,
  serializeProofBundle,
  verifyBundle,
  type ProofBundle,
} from '#lib/proof'
import { ACTE, bundleOf, FILES, PLATFORM, randomsFrom, sha256 } from './journal_fixture.js'

const SIZES = [7, 1, 12]
/** Stands for a real token, which its own suite covers: the imprint itself. */
const bundle = () => bundleOf(SIZES, (imprint) => imprint)
const verifyToken = async (token: Buffer, imprint: Buffer) =>
  token.equals(imprint)
    ? ({ valid: true, at: '2026-11-22T09:00:01Z', authority: 'Essai', trusted: true } as const)
    : ({ valid: false, reason: 'une autre empreinte' } as const)

async function troublesOf(candidate: ProofBundle, files: ReadonlyMap<string, Buffer> = FILES) {
  const findings = await verifyBundle(candidate, {
    verifyToken,
    keys: [PLATFORM],
    measureFile: async (name) => {
      const bytes = files.get(name)
      return bytes ? { size: bytes.length, sha256: sha256(bytes) } : null
    },
  })
  return findings.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)
}

/** Whether a reader of these bytes is told that something is wrong. */
async function isFound(bytes: Buffer): Promise<boolean> {
  try {
    return (await troublesOf(parseProofBundle(bytes))).length > 0
  } catch (error) {
    if (error instanceof BundleRejected) return true
    throw error
  }
}

/** The same bundle with a change, and its digest made anew: a forger can do that. */
function forged(change: (copy: ProofBundle) => void): ProofBundle {
  const { format, digest, ...content } = JSON.parse(serializeProofBundle(bundle()).toString())
  const copy = { ...content, format, digest }
  change(copy)
  return buildProofBundle({ ...copy })
}

test.group('A sound proof bundle', () => {
  test('is found sound', async ({ assert }) => {
    assert.deepEqual(await troublesOf(parseProofBundle(serializeProofBundle(bundle()))), [])
  })

  test('says so without reserve when the authority is known, with one when it is not', async ({
    assert,
  }) => {
    const findings = await verifyBundle(bundle(), {
      measureFile: async (name) => ({
        size: FILES.get(name)!.length,
        sha256: sha256(FILES.get(name)!),
      }),
      keys: [PLATFORM],
      verifyToken: async () => ({
        valid: true,
        at: '2026-11-22T09:00:01Z',
        authority: 'Essai',
        trusted: false,
      }),
    })
    assert.lengthOf(
      findings.filter(({ outcome }) => outcome === 'reserve'),
      SIZES.length
    )
  })
})

test.group('A damaged proof bundle', () => {
  const seed = Number(process.env.SEED ?? 1122)

  test(`is found out for any flipped bit (seed ${seed})`, async ({ assert }) => {
    const random = randomsFrom(seed)
    const sound = serializeProofBundle(bundle())
    for (let round = 0; round < 600; round++) {
      const damaged = Buffer.from(sound)
      const at = random(sound.length)
      damaged[at] ^= 1 << random(8)
      assert.isTrue(await isFound(damaged), `bit flipped in byte ${at}`)
    }
  })

  test('is found out when it is cut short', async ({ assert }) => {
    const sound = serializeProofBundle(bundle())
    const random = randomsFrom(seed)
    for (let round = 0; round < 40; round++) {
      assert.isTrue(await isFound(sound.subarray(0, random(sound.length))))
    }
  })

  test(`is found out for any flipped bit of a file (seed ${seed})`, async ({ assert }) => {
    const random = randomsFrom(seed)
    for (let round = 0; round < 60; round++) {
      const bytes = Buffer.from(FILES.get('signed.pdf')!)
      bytes[random(bytes.length)] ^= 1 << random(8)
      assert.deepEqual(await troublesOf(bundle(), new Map([...FILES, ['signed.pdf', bytes]])), [
        'file_digest',
      ])
    }
  })

  test('is found out when a file is missing', async ({ assert }) => {
    const files = new Map([...FILES].slice(0, 1))
    assert.deepEqual(await troublesOf(bundle(), files), ['file_missing'])
  })
})

test.group('A proof bundle forged with care', () => {
  const cases: [string, string, (copy: ProofBundle) => void][] = [
    [
      'an entry is changed',
      'entry_hash',
      ({ entries }) => (entries[1].entry.type = 'actes.acte_cancelled'),
    ],
    [
      'an entry is changed and hashed anew',
      'inclusion',
      ({ entries }) => {
        entries[1].entry.at = '2026-11-21T08:00:00.000Z'
        entries[1].hash = hashEntry(entries[1].entry, entries[1].previous)
      },
    ],
    [
      'an entry is shown twice',
      'order',
      ({ entries }) => entries.push(structuredClone(entries[0])),
    ],
    ['a seal is left out', 'seal_missing', ({ seals }) => seals.pop()],
    ['a seal counts other entries', 'seal', ({ seals }) => (seals[2].statement.lastPosition += 1)],
    [
      'a seal is dated anew',
      'token',
      ({ seals }) => (seals[0].statement.closedAt = '2020-01-01T00:00:00.000Z'),
    ],
    [
      'a seal names another predecessor',
      'seal',
      ({ seals }) => (seals[1].statement.previousSeal = 'a'.repeat(64)),
    ],
    ['a seal has another head', 'token', ({ seals }) => (seals[0].statement.head = 'a'.repeat(64))],
    ['a token of another seal is used', 'token', ({ seals }) => (seals[0].token = seals[1].token)],
    [
      'the entries are said to be about something else',
      'subject',
      ({ subjects }) => (subjects[0].id = 'acte-2'),
    ],
    [
      'a second subject is added',
      'subject',
      ({ subjects }) => subjects.push({ ...ACTE, id: 'acte-2' }),
    ],
    ['no subject is left', 'subject', ({ subjects }) => subjects.pop()],
  ]
  for (const [name, code, change] of cases) {
    test(`is found out when ${name}`, async ({ assert }) => {
      assert.include(await troublesOf(forged(change)), code)
    })
  }

  test('is found out when a file is slipped in that the journal never quoted', async ({
    assert,
  }) => {
    const stranger = Buffer.from('%PDF une autre délibération')
    const candidate = forged(({ files }) => {
      files[0].sha256 = sha256(stranger)
      files[0].size = stranger.length
    })
    const troubles = await troublesOf(candidate, new Map([...FILES, ['signed.pdf', stranger]]))
    assert.deepEqual(troubles, ['file_unquoted'])
  })

  for (const name of ['../signed.pdf', '/etc/passwd', '..', 'a\\b', '']) {
    test(`is refused when a file is named "${name}"`, ({ assert }) => {
      const candidate = forged(({ files }) => (files[0].name = name))
      assert.throws(() => parseProofBundle(serializeProofBundle(candidate)), BundleRejected)
    })
  }

  test('is refused when it was laid out anew, for two readers could differ', ({ assert }) => {
    const pretty = Buffer.from(JSON.stringify(bundle(), null, 2))
    assert.throws(() => parseProofBundle(pretty), /L’écriture de ce dossier/)
  })
})
