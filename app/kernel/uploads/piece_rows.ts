import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { inOneExchange, spelledOut } from '#lib/one_exchange'
import { UploadMissing } from '#lib/uploads/errors'
import type { PlacedPiece, Span } from '#lib/uploads/pieces'
import type { UploadOwner } from '#lib/uploads/purpose'
import { isUuid } from '#lib/values'
import { type Upload, uploadOf } from './rows.js'

/** Of an owner alone, before its hour. */
const HERS = `from kernel.uploads where tenant_id = :tenant and id = :id
  and owner_kind = :kind and owner_id = :owner and (expires_at is null or expires_at > now())`

/** A piece that has come and stands where this one does, in whole or in part. */
const OTHER = `other as (select start, bytes, sha256 from kernel.upload_pieces
  where tenant_id = :tenant and upload_id = :id
    and start < :start::bigint + :bytes and start + bytes > :start order by start limit 1)`

const LOOK = `with ${OTHER} select uploads.*, (select to_jsonb(other) from other) as other ${HERS}`

/**
 * The row of a piece, where none stands, and how far the file is with it and with those that waited
 * for it. Those who add at once have waited for one another: each statement sees what the last wrote.
 */
const RECORD = `select ${HERS} for update;
  with recursive ${OTHER}, added as (
    insert into kernel.upload_pieces (tenant_id, upload_id, start, bytes, sha256)
      select tenant_id, id, :start, :bytes, :sha256 ${HERS} and not exists (select from other)
      returning start),
  reached(at) as (
    select received ${HERS}
    union all select at + coalesce(piece.bytes, :bytes) from reached
      left join kernel.upload_pieces piece
        on piece.tenant_id = :tenant and piece.upload_id = :id and piece.start = at
      where piece.start is not null or at = :start),
  moved as (
    update kernel.uploads set received = (select max(at) from reached), touched_at = :now
      where tenant_id = :tenant and id = :id and exists (select from added) returning received)
  select uploads.*, (select to_jsonb(other) from other) as other,
    (select received from moved) as reached ${HERS}`

/** Octets of a file on its way, and where they stand. */
export interface Arrived {
  tenantId: string
  owner: UploadOwner
  id: string
  bytes: Buffer
  /** What a room writes with the row of these octets, in its transaction. */
  onRecorded?(): Promise<void>
}

interface Standing {
  upload: Upload
  /** What stands where the octets would. */
  other: PlacedPiece | null
  /** How far the file is with them, when they were recorded. */
  reached: number
}

type Work<T> = (known: Standing) => Promise<T>

/** Gives `work` what is known of some octets, in one exchange and no transaction. Throws E_UPLOAD_MISSING. */
export async function looking<T>(arrived: Arrived, about: Span, work: Work<T>): Promise<T> {
  const text = askedOf(LOOK, arrived, about)
  return tenancy.run(arrived.tenantId, async ({ trx }) => {
    const [[row]] = await inOneExchange(trx, [trx.knexRawQuery(text)])
    return work(standingOf(row))
  })
}

/** The same, once the piece is recorded, unless another stands there. */
export async function recording<T>(arrived: Arrived, about: Span, work: Work<T>): Promise<T> {
  const text = askedOf(RECORD, arrived, about)
  return tenancy.runAfter(arrived.tenantId, text, (_context, [row]) => work(standingOf(row)))
}

function askedOf(question: string, { tenantId: tenant, id, owner }: Arrived, about: Span): string {
  if (!isUuid(id)) throw new UploadMissing()
  const now = clock.now().toUTC().toISO()
  return spelledOut(question, { ...about, tenant, id, kind: owner.kind, owner: owner.id, now })
}

const standingOf = (row: any): Standing => ({
  upload: uploadOf(row),
  other: row.other,
  reached: Number(row.reached),
})
