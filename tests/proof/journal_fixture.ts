import { createHash } from 'node:crypto'
import {
  buildProofBundle,
  buildSealStatement,
  GENESIS,
  hashEntry,
  hashSeal,
  inclusionProof,
  type JournalEntry,
  type ProofBundle,
  type SealStatement,
  type Subject,
} from '#kernel/proof'

export const ACTE: Subject = { capability: 'actes', type: 'acte', id: 'acte-1' }
export const FILES = new Map([
  ['signed.pdf', Buffer.from('%PDF-1.7 une délibération signée')],
  ['acknowledgement.xml', Buffer.from('<ARActe/>')],
])

/** A journal of `count` entries, one in five about ACTE, each quoting the digest of a file. */
export function journalOf(
  count: number
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
      at: new Date(Date.UTC(2026, 10, 22, 8, 0, i)).toISOString(),
      data: { document: digests[i % 2], attempt: i },
    }
    const hash = hashEntry(entry, previous)
    const line = { entry, previous, hash }
    previous = hash
    return line
  })
}

/** Seals a journal in slices of the given sizes. */
export function sealsOf(journal: { hash: string }[], sizes: number[]): SealStatement[] {
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
        closedAt: '2026-11-22T09:00:00.000Z',
      })
    )
    first += size
  }
  return seals
}

/** The bundle about ACTE, its "tokens" being what `tokenOf` makes of each seal's imprint. */
export function bundleOf(sizes: number[], tokenOf: (imprint: Buffer) => Buffer): ProofBundle {
  const journal = journalOf(sizes.reduce((a, b) => a + b))
  const seals = sealsOf(journal, sizes)
  const lines = journal.filter(({ entry }) => entry.subject === ACTE)
  return buildProofBundle({
    software: { name: 'halle', version: '0.1.0' },
    producedAt: '2026-11-22T09:30:00.000Z',
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
