import {
  buildProofBundle,
  inclusionProof,
  type ProofBundle,
  type ProvenEntry,
  type ProvenFile,
  type SealSignature,
  type SealStatement,
  type Subject,
} from '#lib/proof'
import { tenancy } from '#kernel/tenancy'
import { baseTime } from '#kernel/journal/head'
import { entryOf, type EntryRow } from '#lib/proof/entry_row'
import { sealJournal } from '#kernel/journal/sealing'

const SOFTWARE = { name: 'halle', version: '0.1.0' }

interface SealRow {
  number: string
  first_position: string
  last_position: string
  statement: SealStatement
  token: Buffer
  signatures: SealSignature[]
}

/**
 * The proof of what happened to some subjects of a tenant, with the files it speaks of. What is
 * not sealed yet is sealed first; call it outside any transaction. It carries the seals of these
 * entries and no other: each stands by its own time-stamp, whatever the length of the journal.
 */
export async function proofOf(
  tenantId: string,
  subjects: Subject[],
  files: ProvenFile[]
): Promise<ProofBundle> {
  await sealAll(tenantId, subjects)
  return tenancy.run(tenantId, async () => {
    const rows = await entriesOf(subjects)
    const seals: SealRow[] = []
    const entries: ProvenEntry[] = []
    let hashes: string[] = []
    for (const row of rows) {
      if (!isUnder(seals.at(-1), row)) {
        const seal = await sealOver(row)
        if (!seal) break // written after the seal above: the next export proves it
        seals.push(seal)
        hashes = await hashesUnder(seal)
      }
      entries.push(proven(row, seals.at(-1)!, hashes))
    }
    return buildProofBundle({
      software: SOFTWARE,
      producedAt: (await baseTime()).toISOString(),
      subjects,
      entries,
      seals: seals.map(({ statement, token, signatures }) => ({
        statement,
        token: token.toString('base64'),
        signatures,
      })),
      files,
    })
  })
}

/**
 * Seals until what is written now is under a seal. One is not always enough: another process may
 * have kept the next seal, over entries that it had read before ours were written.
 */
async function sealAll(tenantId: string, subjects: Subject[]): Promise<void> {
  const last = await tenancy.run(tenantId, async () => (await entriesOf(subjects)).at(-1))
  while (last && !(await tenancy.run(tenantId, () => sealOver(last)))) await sealJournal(tenantId)
}

const own = (table: string) => tenancy.trx().from(table).where('tenant_id', tenancy.tenantId())

async function entriesOf(subjects: Subject[]): Promise<EntryRow[]> {
  const ids = subjects.map((subject) => subject.id)
  return own('kernel.journal_entries').whereIn('subject_id', ids).orderBy('position')
}

const isUnder = (seal: SealRow | undefined, { position }: EntryRow) =>
  seal !== undefined && Number(position) <= Number(seal.last_position)

async function sealOver({ position }: EntryRow): Promise<SealRow | null> {
  return own('kernel.journal_seals')
    .where('last_position', '>=', position)
    .orderBy('last_position')
    .first()
}

async function hashesUnder(seal: SealRow): Promise<string[]> {
  const rows: { hash: string }[] = await own('kernel.journal_entries')
    .select('hash')
    .whereBetween('position', [seal.first_position, seal.last_position])
    .orderBy('position')
  return rows.map(({ hash }) => hash)
}

function proven(row: EntryRow, seal: SealRow, hashes: string[]): ProvenEntry {
  const index = Number(row.position) - Number(seal.first_position)
  return {
    entry: entryOf(row),
    previous: row.prev_hash,
    hash: row.hash,
    inclusion: { seal: Number(seal.number), index, path: inclusionProof(hashes, index) },
  }
}
