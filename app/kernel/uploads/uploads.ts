import { Readable } from 'node:stream'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { isUuid, uuidv7 } from '#lib/values'
import { TooManyUploads, UploadElsewhere, UploadMissing, UploadTooLarge } from './errors.js'
import { forgetPieces, readPieces, writePiece } from './pieces.js'

/** The archive that the ministry accepts stops at 150 MB: nothing larger is useful here. */
export const MOST_BYTES = 150_000_000
/** What is lost at most when the connection is cut, and what one request keeps in memory. */
export const MOST_PIECE = 2 * 1024 * 1024
const MOST_AT_ONCE = 20
const MOST_BYTES_AT_ONCE = 600_000_000
/** Of all the people of a tenant together: one of them must not fill the disk of the others. */
const MOST_IN_TENANT = 200
const MOST_BYTES_IN_TENANT = 6_000_000_000

export interface Upload {
  id: string
  name: string
  size: number
  received: number
  pieces: number[]
}

/** The files that a person is sending, piece by piece, in the tenant in context; hers alone. */
export const uploads = {
  /** Opens the way for a file. Throws E_UPLOAD_TOO_LARGE, E_TOO_MANY_UPLOADS. */
  async begin(personId: string, { name, size }: { name: string; size: number }): Promise<Upload> {
    if (size > MOST_BYTES) throw new UploadTooLarge()
    await refuseBeyondQuota(personId, size)
    const upload = { id: uuidv7(), name: name.slice(-200) || 'document', size }
    const now = clock.now().toJSDate()
    await trx()
      .insertQuery()
      .table('kernel.uploads')
      .insert({
        tenant_id: tenancy.tenantId(),
        person_id: personId,
        ...upload,
        created_at: now,
        touched_at: now,
      })
    return { ...upload, received: 0, pieces: [] }
  },

  /** How far a file is. Throws E_UPLOAD_MISSING: unknown, somebody else's, or given up long ago. */
  async find(personId: string, id: string): Promise<Upload> {
    return read(await one(personId, id).first())
  },

  /** The same, or null. */
  async seek(personId: string, id: string): Promise<Upload | null> {
    const row = isUuid(id) && (await one(personId, id).first())
    return row ? read(row) : null
  },

  /**
   * Adds the piece that follows what was received; a piece that comes twice is refused
   * (E_UPLOAD_OFFSET) and the sender asks where it is. Returns how far the file is.
   */
  async add(personId: string, id: string, offset: number, bytes: Buffer): Promise<number> {
    const upload = read(await one(personId, id).forUpdate().first())
    if (offset !== upload.received) throw new UploadElsewhere()
    const received = offset + bytes.length
    if (received > upload.size) throw new UploadTooLarge()
    if (bytes.length === 0) return received
    await writePiece(id, upload.pieces.length, bytes)
    await one(personId, id).update({
      received,
      pieces: [...upload.pieces, bytes.length],
      touched_at: clock.now().toJSDate(),
    })
    return received
  },

  /** The plain bytes of a file, decrypted piece after piece. */
  open: ({ id, pieces }: Upload): Readable => Readable.from(readPieces(id, pieces.length)),

  /** Forgets a file and its pieces; a second time does no harm. */
  async forget(id: string): Promise<void> {
    await forgetPieces(id)
    await rows().where('id', id).delete()
  },
}

const trx = (): TransactionClientContract => tenancy.trx()
const rows = () => trx().from('kernel.uploads').where('tenant_id', tenancy.tenantId())
const one = (personId: string, id: string) => rows().where({ person_id: personId, id })

/**
 * Counts what is on its way, hers and everybody's here. The lock is kept until the commit: those who
 * begin at the same time count one another. Throws E_TOO_MANY_UPLOADS.
 */
async function refuseBeyondQuota(personId: string, size: number): Promise<void> {
  await trx().rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `uploads of ${tenancy.tenantId()}`,
  ])
  const { rows: found } = await trx().rawQuery(
    `select count(*) as all_count, coalesce(sum(size), 0) as all_bytes,
       count(*) filter (where person_id = :person) as count,
       coalesce(sum(size) filter (where person_id = :person), 0) as bytes
     from kernel.uploads where tenant_id = :tenant`,
    { person: personId, tenant: tenancy.tenantId() }
  )
  const [open] = found
  const isFull =
    Number(open.count) >= MOST_AT_ONCE ||
    Number(open.bytes) + size > MOST_BYTES_AT_ONCE ||
    Number(open.all_count) >= MOST_IN_TENANT ||
    Number(open.all_bytes) + size > MOST_BYTES_IN_TENANT
  if (isFull) throw new TooManyUploads()
}

function read(row: any): Upload {
  if (!row) throw new UploadMissing()
  const { id, name, size, received, pieces } = row
  return { id, name, size: Number(size), received: Number(received), pieces }
}
