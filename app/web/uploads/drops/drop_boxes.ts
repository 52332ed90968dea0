import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { inOneExchange, spelledOut } from '#lib/one_exchange'
import { newDropToken, parseDropToken } from '#lib/uploads/drop_token'
import { UploadMissing } from '#lib/uploads/errors'
import type { UploadOwner } from '#lib/uploads/purpose'
import { createHash } from 'node:crypto'
import { uuidv7 } from '#lib/values'

/** Where somebody without an account may lay files. */
export interface DropBox {
  tenantId: string
  id: string
  /** `room.key` */
  purpose: string
  /** What it is for, as its room names it. */
  subject: string | null
  mostBytes: number
  mostFiles: number
  closesAt: Date
}

interface Opening {
  purpose: string
  subject?: string
  /** Of one file, in octets. */
  mostBytes: number
  mostFiles: number
  closesAt: Date
}

/** What is sent to a drop box is the box's: who has the token may go on with it from anywhere. */
export const ownerOf = ({ id }: DropBox): UploadOwner => ({ kind: 'anonymous', id })

const boxes = () => tenancy.trx().from('kernel.drop_boxes').where('tenant_id', tenancy.tenantId())

/** Opens a drop box in the tenant in context. Its token is given once, and kept nowhere. */
export async function openDropBox(opening: Opening): Promise<{ id: string; token: string }> {
  const [id, token] = [uuidv7(), newDropToken(tenancy.tenantId())]
  await tenancy
    .trx()
    .insertQuery()
    .table('kernel.drop_boxes')
    .insert({
      tenant_id: tenancy.tenantId(),
      id,
      purpose: opening.purpose,
      token_sha256: createHash('sha256').update(token).digest('hex'),
      subject: opening.subject ?? null,
      most_bytes: opening.mostBytes,
      most_files: opening.mostFiles,
      closes_at: opening.closesAt,
      created_at: clock.now().toJSDate(),
    })
  return { id, token }
}

/** Closes a drop box at once, for whoever holds its token. */
export async function revokeDropBox(id: string): Promise<void> {
  await boxes().where('id', id).update({ revoked_at: clock.now().toJSDate() })
}

/** Closes at once all that were opened for one thing. */
export async function revokeDropBoxesOf(subject: string): Promise<void> {
  const open = boxes().where('subject', subject).whereNull('revoked_at')
  await open.update({ revoked_at: clock.now().toJSDate() })
}

const OPEN_BOX = `select * from kernel.drop_boxes
  where tenant_id = :tenantId and token_sha256 = :sha256 and revoked_at is null and closes_at > now()
    and exists (select from kernel.tenants where id = :tenantId and state = 'active')`

/**
 * The drop box of a token; throws E_UPLOAD_MISSING, whether it never was, is closed or revoked: who
 * guesses learns nothing.
 */
export async function dropBoxOf(token: string): Promise<DropBox> {
  const known = parseDropToken(token)
  if (!known) throw new UploadMissing()
  const { tenantId, sha256 } = known
  const asked = spelledOut(OPEN_BOX, { tenantId, sha256 })
  const [[row]] = await tenancy.run(tenantId, ({ trx }) =>
    inOneExchange(trx, [trx.knexRawQuery(asked)])
  )
  if (!row) throw new UploadMissing()
  const { id, purpose, subject, most_bytes: mostBytes, most_files: mostFiles } = row
  const bounds = { mostBytes: Number(mostBytes), mostFiles, closesAt: row.closes_at as Date }
  return { tenantId, id, purpose, subject, ...bounds }
}

/** The same in the tenant in context, which the token must name. */
export async function dropBoxHere(token: string): Promise<DropBox> {
  if (parseDropToken(token)?.tenantId !== tenancy.tenantId()) throw new UploadMissing()
  return dropBoxOf(token)
}

/** How many files were begun in a box, those that are kept included. */
export async function filesIn({ id }: DropBox): Promise<number> {
  const [{ count }] = await tenancy
    .trx()
    .from('kernel.uploads')
    .where({ tenant_id: tenancy.tenantId(), owner_kind: 'anonymous', owner_id: id })
    .count('* as count')
  return Number(count)
}
