import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

/** An import of one source into one space: taken up again, it is the same one. */
export interface Batch {
  id: string
  /** A process ended in its middle: files may have been written that nothing names. */
  wasCut: boolean
}

/** What became of an entry of a batch. */
export interface Line {
  path: string
  kind: 'folder' | 'document'
  outcome: 'imported' | 'duplicate' | 'refused'
  sha256: string | null
  nodeId: string | null
  code?: string
  message?: string
}

const here = () => ({ tenant_id: tenancy.tenantId() })
const table = (name: string) => tenancy.trx().from(`ged.${name}`)

/** The batch of a source, made when it never was; two that come at once find the same. */
export async function batchOf(spaceId: string, source: string): Promise<string> {
  const at = clock.now().toJSDate()
  await tenancy.trx().rawQuery(
    `insert into ged.import_batches (tenant_id, id, space_id, source, began_at, ended_at)
     values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [tenancy.tenantId(), uuidv7(), spaceId, source, at, at] as never
  )
  return (await findBatch(spaceId, source))!
}

/** Begins a batch, or takes it up again. */
export async function beginBatch(id: string): Promise<Batch> {
  const key = { ...here(), id }
  const known = await table('import_batches').where(key).forUpdate().first()
  await table('import_batches').where(key).update({ ended_at: null })
  return { id, wasCut: known.ended_at === null }
}

/** The batch of a source if it was begun, without beginning it; or null. */
export async function findBatch(spaceId: string, source: string): Promise<string | null> {
  const key = { ...here(), space_id: spaceId, source }
  return (await table('import_batches').where(key).first())?.id ?? null
}

export async function endBatch(id: string): Promise<void> {
  await table('import_batches')
    .where({ ...here(), id })
    .update({ ended_at: clock.now().toJSDate() })
}

/** What was done of a batch, by the kind and the path of its entries. */
export class DoneLines {
  private readonly byKey = new Map<string, Line>()

  get({ kind, path }: Pick<Line, 'kind' | 'path'>): Line | undefined {
    return this.byKey.get(`${kind}:${path}`)
  }

  add(lines: Line[]): this {
    for (const line of lines) this.byKey.set(`${line.kind}:${line.path}`, line)
    return this
  }

  /** The folders that stand for one of the source. */
  get folderIds(): (string | null)[] {
    return [...this.byKey.values()].flatMap(({ kind, nodeId }) => (kind === 'folder' ? nodeId : []))
  }
}

/** What earlier runs did of a batch; what they refused is not done. */
export async function linesOf(batchId: string): Promise<DoneLines> {
  const rows = await table('import_lines')
    .where({ ...here(), batch_id: batchId })
    .whereNot('outcome', 'refused')
  return new DoneLines().add(
    rows.map(({ path, kind, outcome, sha256, node_id: nodeId }) => {
      return { path, kind, outcome, sha256, nodeId }
    })
  )
}

/** Writes what became of many new entries at once. */
export async function writeLines(batchId: string, lines: Line[]): Promise<void> {
  const rows = lines.map(({ path, kind, outcome, sha256, nodeId }) => ({
    ...{ path, kind, outcome, sha256, node_id: nodeId },
  }))
  await tenancy.trx().rawQuery(
    `insert into ged.import_lines
       (tenant_id, batch_id, path, kind, outcome, sha256, node_id, code, message, at)
     select ?::uuid, ?::uuid, path, kind, outcome, sha256, node_id, null, null, ?::timestamptz
     from jsonb_to_recordset(?::jsonb)
       as line(path text, kind text, outcome text, sha256 text, node_id uuid)
     on conflict (tenant_id, batch_id, kind, path) do update set
       outcome = excluded.outcome, sha256 = excluded.sha256, node_id = excluded.node_id,
       code = null, message = null, at = excluded.at`,
    [tenancy.tenantId(), batchId, clock.now().toJSDate(), JSON.stringify(rows)] as any
  )
}

/** Writes what became of an entry, in the place of what an earlier run said. */
export async function writeLine(batchId: string, line: Line): Promise<Line> {
  const { path, kind, outcome, sha256, nodeId, code = null, message = null } = line
  await tenancy.trx().rawQuery(
    `insert into ged.import_lines
       (tenant_id, batch_id, path, kind, outcome, sha256, node_id, code, message, at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (tenant_id, batch_id, kind, path) do update set
       outcome = excluded.outcome, sha256 = excluded.sha256, node_id = excluded.node_id,
       code = excluded.code, message = excluded.message, at = excluded.at`,
    [
      ...[tenancy.tenantId(), batchId, path, kind, outcome, sha256, nodeId, code, message],
      clock.now().toJSDate(),
    ] as any
  )
  return line
}
