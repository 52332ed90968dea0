import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { KeyInUse, KeyMalformed, KeyReused } from './errors.js'
import { fingerprintOf } from './fingerprint.js'

/** An answer before it is sent: text, so that it is given again as it was. */
export interface Prepared {
  status: number
  headers: Record<string, string>
  body: string
}

const KEY = /^[\x20-\x7e]{1,255}$/

/**
 * Does what a program asks once for each `Idempotency-Key` of its token (IETF httpapi draft): asked
 * again, it is answered the same and nothing is done. What is refused leaves nothing behind, and may
 * be asked again under the same key. Throws E_IDEMPOTENCY_KEY_*.
 */
export async function once(ctx: HttpContext, work: () => Promise<Prepared>): Promise<Prepared> {
  const key = ctx.request.header('idempotency-key')
  if (key === undefined) return work()
  if (!KEY.test(key)) throw new KeyMalformed()
  const { tokenId } = ctx.holder
  await mustBeAlone(`${tokenId} ${key}`)
  const fingerprint = await fingerprintOf(ctx.request)
  const former = await answers().where({ token_id: tokenId, key }).first()
  if (former) return again(former, fingerprint)
  const prepared = await work()
  await tenancy
    .trx()
    .insertQuery()
    .table('kernel.api_answers')
    .insert({
      tenant_id: tenancy.tenantId(),
      token_id: tokenId,
      key,
      fingerprint,
      ...prepared,
      headers: JSON.stringify(prepared.headers),
      created_at: clock.now().toJSDate(),
    })
  return prepared
}

const answers = () =>
  tenancy.trx().from('kernel.api_answers').where('tenant_id', tenancy.tenantId())

function again(former: any, fingerprint: string): Prepared {
  if (former.fingerprint !== fingerprint) throw new KeyReused()
  const { status, body } = former
  return { status, body, headers: { ...former.headers, 'idempotency-replayed': 'true' } }
}

/** Two at once under one key: the second does not wait, it is told to come back. */
async function mustBeAlone(key: string): Promise<void> {
  const { rows } = await tenancy
    .trx()
    .rawQuery('select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as alone', [
      `api answer ${tenancy.tenantId()} ${key}`,
    ])
  if (!rows[0].alone) throw new KeyInUse()
}
