import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import type { ProofKind } from '../rules/proof_kinds.js'

/** A proof that Passe Marché fetched of an administration, or that the company put there. */
export interface FetchedProof {
  name: string
  kind: ProofKind
  bytes: Buffer
}

const MOST_FILES = 50
const MOST_FILE_BYTES = 10_000_000
const open = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)

/** `documents/api_01_02_attestation_vigilance_URSSAF.pdf`: what follows the numbers says what it is. */
const NAMED = /(?:^|\/)documents\/(?:api|user)_\d+_\d+_(.+)$/
const KINDS: [RegExp, ProofKind][] = [
  [/vigilance|urssaf/i, 'urssaf'],
  [/fiscal|dgfip/i, 'fiscal'],
  [/kbis|rne|immatriculation/i, 'kbis'],
  [/decennale/i, 'decennial'],
  [/assurance/i, 'insurance'],
  [/qualibat|qualifelec|rge|opqibi|qualiopi|qualification/i, 'qualification'],
  [/cibtp|cnetp|probtp|fntp|conges/i, 'leave'],
]

/** The proofs of a package; what is too large is left out. Runs in a reading thread. */
export async function proofsIn(given: Uint8Array): Promise<FetchedProof[]> {
  // A thread receives the bytes as plain data, and no more as a Buffer
  const zip = await open(Buffer.from(given), { lazyEntries: true })
  const proofs: FetchedProof[] = []
  return new Promise((resolve, reject) => {
    zip.on('error', reject).on('end', () => resolve(proofs))
    zip.on('entry', (entry: yauzl.Entry) => {
      const [, name] = NAMED.exec(entry.fileName) ?? []
      if (!name || entry.uncompressedSize > MOST_FILE_BYTES || proofs.length >= MOST_FILES)
        return zip.readEntry()
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        buffer(stream).then((bytes) => {
          const kind = KINDS.find(([words]) => words.test(name))?.[1] ?? 'other'
          proofs.push({ name, kind, bytes })
          zip.readEntry()
        }, reject)
      })
    })
    zip.readEntry()
  })
}
