import { createHash } from 'node:crypto'
import type { Actor } from '#kernel/actor'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { DocumentLost, DocumentMissing } from '#kernel/documents'
import { defineJob, type JobContext } from '#kernel/jobs'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { openDocument } from '../packaging.js'

interface AuditedObject {
  id: string
  depositId: string
  documentId: string
  sha512: string
  size: number
}

type Outcome = 'intact' | 'altered' | 'missing'

/** Every night at least so many objects of a collectivite are read again, and all of them in a year. */
const NIGHTLY = 50
const NIGHTS = 365

/** Re-reads the objects of one deposit (or, without one, those left longest) and says what it finds. */
export const auditObjects = defineJob<{ depositId?: string; by?: Actor }>({
  name: 'archiving.audit_objects',
  title: 'Relire des archives',
  onGiveUp: {
    nobodyNeeds: 'every night reads again what was left longest; the page shows when each was read',
  },
  queue: 'heavy',
  async handle({ depositId, by = SYSTEM }, context) {
    const { tenantId } = context
    const objects = await tenancy.run(tenantId, () => objectsToAudit(depositId))
    const outcomes = new Map<AuditedObject, Outcome>()
    for (const object of objects) outcomes.set(object, await audit(object, context))
    await tenancy.run(tenantId, () => record(outcomes, by))
  },
})

async function objectsToAudit(depositId?: string): Promise<AuditedObject[]> {
  const query = tenancy
    .trx()
    .from('archiving.archived_objects')
    .where('tenant_id', tenancy.tenantId())
    .orderByRaw('audited_at nulls first, id')
  const rows = await (depositId
    ? query.where('deposit_id', depositId)
    : query.limit(await nightlyShare()))
  return rows.map((row) => ({
    id: row.id,
    depositId: row.deposit_id,
    documentId: row.document_id,
    sha512: row.sha512,
    size: Number(row.size),
  }))
}

async function nightlyShare(): Promise<number> {
  const [{ count }] = await tenancy
    .trx()
    .from('archiving.archived_objects')
    .where('tenant_id', tenancy.tenantId())
    .count('* as count')
  return Math.max(NIGHTLY, Math.ceil(Number(count) / NIGHTS))
}

async function audit(object: AuditedObject, { tenantId, logger }: JobContext): Promise<Outcome> {
  try {
    const hash = createHash('sha512')
    let size = 0
    for await (const chunk of await openDocument(tenantId, object.documentId)) {
      hash.update(chunk)
      size += chunk.length
    }
    return size === object.size && hash.digest('hex') === object.sha512 ? 'intact' : 'altered'
  } catch (error) {
    // The store refuses to hand over bytes that its own cipher does not recognise: that is the finding
    logger.error({ err: error, objectId: object.id }, 'an archived object cannot be read')
    const absent = error instanceof DocumentMissing || error instanceof DocumentLost
    return absent ? 'missing' : 'altered'
  }
}

async function record(outcomes: Map<AuditedObject, Outcome>, by: Actor): Promise<void> {
  const at = clock.now().toJSDate()
  for (const [{ id }, outcome] of outcomes) {
    await tenancy
      .trx()
      .from('archiving.archived_objects')
      .where({ tenant_id: tenancy.tenantId(), id })
      .update({ audited_at: at, audit_outcome: outcome })
  }
  for (const depositId of new Set([...outcomes.keys()].map((object) => object.depositId))) {
    const of = [...outcomes].filter(([object]) => object.depositId === depositId)
    const lost = of.filter(([, outcome]) => outcome !== 'intact').map(([{ id }]) => id)
    await journal.append({
      type: 'archiving.deposit_audited',
      subject: { capability: 'archiving', type: 'deposit', id: depositId },
      actor: by,
      data: { objects: of.length, lost },
    })
    await (lost.length > 0 ? callTheArchivist(depositId) : closeWhatIsRestored(depositId))
  }
}

/** A copy was put back: the call ends once every object of the deposit was found intact. */
async function closeWhatIsRestored(depositId: string): Promise<void> {
  const isStillLost = await tenancy
    .trx()
    .from('archiving.archived_objects')
    .where({ tenant_id: tenancy.tenantId(), deposit_id: depositId })
    .whereNot('audit_outcome', 'intact')
    .first()
  if (!isStillLost) await tasks.close(callOf(depositId))
}

const callOf = (depositId: string) => `archiving.lost:${depositId}`

async function callTheArchivist(depositId: string): Promise<void> {
  const tenant = await tenants.current()
  await tasks.open({
    key: callOf(depositId),
    capability: 'archiving',
    title: 'Un fichier archivé n’est plus intact : le restaurer depuis une copie',
    url: `/c/${tenant.slug}/archives/versements/${depositId}`,
    role: 'administrator',
    subjectId: depositId,
  })
}
