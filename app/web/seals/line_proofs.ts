import { tenancy } from '#kernel/tenancy'
import { proveLine, type LineProof } from '#lib/proof/batch'

/** The proofs of what the batches of the tenant in context say of one thing, oldest first. */
export async function lineProofsOf(subjectId: string): Promise<LineProof[]> {
  const lines = await linesHere().where('subject_id', subjectId).orderBy(['batch_id', 'rank'])
  const proofs: LineProof[] = []
  for (const { batch_id: batch, rank, data } of lines) {
    const rows = await linesHere().where('batch_id', batch).orderBy('rank').select('hash')
    const hashes = rows.map(({ hash }: { hash: string }) => hash)
    proofs.push(proveLine({ id: subjectId, data }, hashes, rank))
  }
  return proofs
}

const linesHere = () =>
  tenancy.trx().from('kernel.journal_batch_lines').where('tenant_id', tenancy.tenantId())
