import {
  buildProofBundle,
  buildSealStatement,
  digestOfBundle,
  GENESIS,
  hashEntry,
  hashSeal,
  inclusionProof,
  type JournalEntry,
  type MeasureFile,
  type ProofBundle,
  type SealSignature,
  type SealStatement,
} from '#lib/proof'
import { ACTE, FILES, journalOf, sha256, signedByPlatform, WRITTEN_AT } from './journal_fixture.js'

/** What somebody changes who makes a whole history anew: entries, hashes, seals, and their tokens. */
export interface Forgery {
  /** All entries are earlier, in milliseconds. */
  shift?: number
  /** One entry is. */
  moved?: { position: number; by: number }
  /** The date of the first entry of the acte, as it is written. */
  at?: string
  /** The seals say to have closed at another time. */
  closed?: number
  intervalSeconds?: number
  producedAt?: string
  sign?: (statement: SealStatement) => SealSignature[]
}

export const measureFile: MeasureFile = async (name) => {
  const bytes = FILES.get(name)
  return bytes ? { size: bytes.length, sha256: sha256(bytes) } : null
}

const COUNT = 20
const CLOSED_AT = WRITTEN_AT + 3_600_000
const iso = (time: number) => new Date(time).toISOString()

/** A bundle that nothing but its times and its signatures betrays. */
export function forgedJournal(forgery: Forgery): ProofBundle {
  const lines = rechained(journalOf(COUNT).map(({ entry }) => redated(entry, forgery)))
  const hashes = lines.map(({ hash }) => hash)
  const sealed = buildSealStatement({
    tenantId: 'kervalan',
    number: 1,
    previousSeal: GENESIS,
    firstPosition: 1,
    hashes,
    closedAt: iso(CLOSED_AT + (forgery.closed ?? 0)),
  })
  const { intervalSeconds } = forgery
  const statement = { ...sealed, ...(intervalSeconds && { intervalSeconds }) } as SealStatement
  const sign = forgery.sign ?? ((one) => [signedByPlatform(one)])
  return buildProofBundle({
    software: { name: 'halle', version: '0.1.0' },
    producedAt: forgery.producedAt ?? iso(CLOSED_AT + 86_400_000),
    subjects: [ACTE],
    entries: lines
      .filter(({ entry }) => entry.subject === ACTE)
      .map((line) => {
        const index = line.entry.position - 1
        return { ...line, inclusion: { seal: 1, index, path: inclusionProof(hashes, index) } }
      }),
    seals: [
      {
        statement,
        token: Buffer.from(hashSeal(statement), 'hex').toString('base64'),
        signatures: sign(statement),
      },
    ],
    files: [...FILES].map(([name, bytes]) => ({
      name,
      role: name.split('.')[0],
      size: bytes.length,
      sha256: sha256(bytes),
    })),
  })
}

/** A bundle of the first format, as it was made before the seals were signed. */
export function oldBundle(forgery: Forgery = {}): ProofBundle {
  const { digest, ...bundle } = forgedJournal(forgery)
  const { intervalSeconds, ...rest } = bundle.seals[0].statement as any
  const statement: SealStatement = { ...rest, format: 'halle.seal.v1' }
  const token = Buffer.from(hashSeal(statement), 'hex').toString('base64')
  const body = { ...bundle, format: 'halle.proof.v1' as const, seals: [{ statement, token }] }
  return { ...body, digest: digestOfBundle(body) }
}

function redated(entry: JournalEntry, { shift = 0, moved, at }: Forgery): JournalEntry {
  const by = shift + (moved?.position === entry.position ? moved.by : 0)
  const written = iso(Date.parse(entry.at) + by)
  return { ...entry, at: at && entry.position === 3 ? at : written }
}

function rechained(entries: JournalEntry[]) {
  let previous = GENESIS
  return entries.map((entry) => {
    const line = { entry, previous, hash: hashEntry(entry, previous) }
    previous = line.hash
    return line
  })
}
