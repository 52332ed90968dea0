import { createHash, generateKeyPairSync } from 'node:crypto'
import {
  buildProofBundle,
  buildSealStatement,
  GENESIS,
  hashEntry,
  hashSeal,
  inclusionProof,
  sealKeyOf,
  signSeal,
  type JournalEntry,
  type ProofBundle,
  type SealKey,
  type SealStatement,
  type Subject,
} from '#lib/proof'

export const ACTE: Subject = { capability: 'actes', type: 'acte', id: 'acte-1' }
export const FILES = new Map([
  ['signed.pdf', Buffer.from('%PDF-1.7 une délibération signée')],
  ['acknowledgement.xml', Buffer.from('<ARActe/>')],
])

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
/** The platform that seals these journals. */
export const PLATFORM: SealKey = {
  ...sealKeyOf(pair.publicKey),
  since: '2026-01-01T00:00:00.000Z',
}
export const signedByPlatform = (statement: SealStatement) =>
  signSeal(statement, pair.privateKey, PLATFORM.id)

/** When the journals of these tests were written: an hour before they are sealed. */
export const WRITTEN_AT = Date.UTC(2026, 10, 22, 8)
const HOUR = 3_600_000
const isoOf = (time: number) => new Date(time).toISOString()

/** A journal of `count` entries, one in five about ACTE, each quoting the digest of a file. */
export function journalOf(
  count: number,
  start = WRITTEN_AT
): { entry: JournalEntry; previous: string; hash: string }[] {
  const digests = [...FILES.values()].map(sha256)
  let previous = GENESIS
  return Array.from({ length: count }, (_, i) => {
    const subject = i % 5 === 2 ? ACTE : { ...ACTE, id: `other-${i}` }
    const entry: JournalEntry = {
      tenantId: 'kervalan',
      position: i + 1,
      type: 'actes.acte_transmitted',
      subject,
      actor: { kind: 'system' },
      at: isoOf(start + i * 1000),
      data: { document: digests[i % 2], attempt: i },
    }
    const hash = hashEntry(entry, previous)
    const line = { entry, previous, hash }
    previous = hash
    return line
  })
}

/** Seals a journal in slices of the given sizes. */
export function sealsOf(
  journal: { hash: string }[],
  sizes: number[],
  start = WRITTEN_AT
): SealStatement[] {
  const seals: SealStatement[] = []
  let first = 1
  for (const size of sizes) {
    seals.push(
      buildSealStatement({
        tenantId: 'kervalan',
        number: seals.length + 1,
        previousSeal: seals.length ? hashSeal(seals.at(-1)!) : GENESIS,
        firstPosition: first,
        hashes: journal.slice(first - 1, first - 1 + size).map(({ hash }) => hash),
        closedAt: isoOf(start + HOUR),
      })
    )
    first += size
  }
  return seals
}

/** The bundle about ACTE, its "tokens" being what `tokenOf` makes of each seal's imprint. */
export function bundleOf(
  sizes: number[],
  tokenOf: (imprint: Buffer) => Buffer,
  start = WRITTEN_AT
): ProofBundle {
  const journal = journalOf(
    sizes.reduce((a, b) => a + b),
    start
  )
  const seals = sealsOf(journal, sizes, start)
  const lines = journal.filter(({ entry }) => entry.subject === ACTE)
  return buildProofBundle({
    software: { name: 'halle', version: '0.1.0' },
    producedAt: isoOf(start + 1.5 * HOUR),
    subjects: [ACTE],
    entries: lines.map((line) => {
      const { position } = line.entry
      const seal = seals.find((s) => s.firstPosition <= position && position <= s.lastPosition)!
      const slice = journal.slice(seal.firstPosition - 1, seal.lastPosition)
      const index = position - seal.firstPosition
      const path = inclusionProof(
        slice.map(({ hash }) => hash),
        index
      )
      return { ...line, inclusion: { seal: seal.number, index, path } }
    }),
    seals: seals.map((statement) => ({
      statement,
      token: tokenOf(Buffer.from(hashSeal(statement), 'hex')).toString('base64'),
      signatures: [signedByPlatform(statement)],
    })),
    files: [...FILES].map(([name, bytes]) => ({
      name,
      role: name.split('.')[0],
      size: bytes.length,
      sha256: sha256(bytes),
    })),
  })
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A small seeded generator (mulberry32), so that a failing run can be played again. */
export function randomsFrom(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
