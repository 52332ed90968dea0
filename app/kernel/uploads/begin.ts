import { clock } from '#kernel/clock'
import { quotaBytes, refuseBeyondQuota } from '#kernel/documents/quota'
import { tenancy } from '#kernel/tenancy'
import { takeTurn } from '#kernel/tenancy/take_turn'
import { megabytes } from '#lib/documents/sizes'
import { TooManyUploads, UploadForbidden, UploadTooLarge } from '#lib/uploads/errors'
import type { UploadOwner, UploadPurpose } from '#lib/uploads/purpose'
import { uuidv7 } from '#lib/values'
import { FORM_PURPOSE, purposeNamed } from './purposes.js'
import type { Upload } from './rows.js'

/** Of the forms of all the people of a tenant together: one of them must not fill the disk of the others. */
const MOST_IN_TENANT = 200
const MOST_BYTES_IN_TENANT = 6_000_000_000

export interface Announced {
  name: string
  /** In octets. */
  size: number
  /** Of the whole, in hexadecimal; compared when it is kept. */
  sha256?: string | null
  /** `room.key`; that of the forms unless said. */
  purpose?: string
  /** Until when it is kept, when its purpose does not say. */
  until?: Date
}

/**
 * Opens the way for a file, in the tenant in context. Throws E_UPLOAD_FORBIDDEN, E_UPLOAD_TOO_LARGE,
 * E_TOO_MANY_UPLOADS, E_DOCUMENT_QUOTA.
 */
export async function beginUpload(owner: UploadOwner, announced: Announced): Promise<Upload> {
  const { name, size, sha256 = null, purpose: purposeName = FORM_PURPOSE } = announced
  const purpose = purposeNamed(purposeName)
  if (!purpose.owners.includes(owner.kind)) throw new UploadForbidden()
  if (purpose.allows && !(await purpose.allows(owner))) throw new UploadForbidden()
  if (size > purpose.mostBytes) throw new UploadTooLarge(megabytes(purpose.mostBytes))
  await refuseBeyondShare(owner, size, { ...purpose, name: purposeName })
  const facts = { id: uuidv7(), name: name.slice(-200) || 'document', size, owner }
  const now = clock.now().toJSDate()
  const row = {
    tenant_id: tenancy.tenantId(),
    id: facts.id,
    owner_kind: owner.kind,
    owner_id: owner.id,
    purpose: purposeName,
    name: facts.name,
    size,
    sha256,
    expires_at: (await purpose.keptUntil?.(facts)) ?? announced.until ?? null,
    ...{ created_at: now, touched_at: now },
  }
  await tenancy.trx().insertQuery().table('kernel.uploads').insert(row)
  return { ...facts, purpose: purposeName, received: 0, sha256, documentId: null }
}

/**
 * Counts what is on its way, hers and, where a limit is of all together, everybody's here: those whom
 * a lock holds until the commit count one another. Throws E_TOO_MANY_UPLOADS, E_DOCUMENT_QUOTA.
 */
async function refuseBeyondShare(
  owner: UploadOwner,
  size: number,
  purpose: UploadPurpose & { name: string }
): Promise<void> {
  const [trx, tenant] = [tenancy.trx(), tenancy.tenantId()]
  const isShared = purpose.name === FORM_PURPOSE || (await quotaBytes()) !== null
  const who = isShared ? tenant : `${owner.id} to ${tenant}`
  await takeTurn(trx, `uploads of ${who}`)
  const { rows } = await trx.rawQuery(
    `select coalesce(sum(size), 0) as bytes,
       count(*) filter (where ${FORMS}) as form_count,
       coalesce(sum(size) filter (where ${FORMS}), 0) as form_bytes,
       count(*) filter (where ${HERS}) as own_count,
       coalesce(sum(size) filter (where ${HERS}), 0) as own_bytes
     from kernel.uploads where tenant_id = :tenant and document_id is null
       ${isShared ? '' : 'and owner_id = :owner'}`,
    { owner: owner.id, kind: owner.kind, purpose: purpose.name, tenant } as never
  )
  const [open] = rows
  const isFull =
    Number(open.own_count) >= purpose.mostAtOnce ||
    Number(open.own_bytes) + size > purpose.mostBytesAtOnce ||
    (purpose.name === FORM_PURPOSE &&
      (Number(open.form_count) >= MOST_IN_TENANT ||
        Number(open.form_bytes) + size > MOST_BYTES_IN_TENANT))
  if (isFull) throw new TooManyUploads()
  await refuseBeyondQuota(size, { onTheWay: Number(open.bytes) })
}

const HERS = 'owner_id = :owner and owner_kind = :kind and purpose = :purpose'
const FORMS = `purpose = '${FORM_PURPOSE}'`
