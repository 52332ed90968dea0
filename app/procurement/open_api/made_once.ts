import type { HttpContext } from '@adonisjs/core/http'
import { tenancy } from '#kernel/tenancy'
import { takeTurn } from '#kernel/tenancy/take_turn'
import { KeyMalformed, KeyReused } from '#web/api/errors'

const KEY = /^[\x20-\x7e]{1,255}$/

/** What a key stood for, and what is asked under it now. */
interface Once<T> {
  /** The thing that was made under that key by that person, in the member in context. */
  find(key: string): Promise<T | null>
  /** Whether what is asked is that thing: under another, its key would answer the wrong tender. */
  isSame(former: T): boolean
  make(key: string | null): Promise<T>
}

/**
 * Makes a thing once for each `Idempotency-Key` of a person, in the transaction in context: who asks
 * again is given it, and of two at once the second waits for the first.
 * @throws E_IDEMPOTENCY_KEY_MALFORMED, E_IDEMPOTENCY_KEY_REUSED
 */
export async function madeOnce<T>(
  { door, request }: HttpContext,
  { find, isSame, make }: Once<T>
): Promise<{ one: T; isNew: boolean }> {
  const key = request.header('idempotency-key')
  if (key === undefined) return { one: await make(null), isNew: true }
  if (!KEY.test(key)) throw new KeyMalformed()
  await takeTurn(tenancy.trx(), `procurement once ${tenancy.tenantId()} ${door.personId} ${key}`)
  const former = await find(key)
  if (!former) return { one: await make(key), isNew: true }
  if (!isSame(former)) throw new KeyReused()
  return { one: former, isNew: false }
}
