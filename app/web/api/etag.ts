import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { PreconditionFailed, PreconditionMissing } from './errors.js'
import type { Call, Seen } from './operation.js'

/** The strong validator of a thing as it is told (RFC 9110 §8.8.3): its digest. */
export const etagOf = (thing: object): string => tagOf(JSON.stringify(thing))

/** The same of bytes. */
export const tagOf = (bytes: string | Buffer): string =>
  `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`

const tagsIn = (header: string) => header.split(',').map((tag) => tag.trim())

/** Whether the program has this version already (RFC 9110 §13.1.2). */
export const isKnown = ({ request }: HttpContext, etag: string): boolean => {
  const header = request.header('if-none-match')
  return header === '*' || (header ? tagsIn(header).includes(etag) : false)
}

/**
 * Refuses to replace what the program did not see: throws E_PRECONDITION_REQUIRED without If-Match,
 * E_PRECONDITION_FAILED when the thing changed. `seen` locks the thing until the end.
 */
export async function mustBeSeen(call: Call, seen: Seen): Promise<void> {
  if (typeof seen !== 'function') return
  const header = call.ctx.request.header('if-match')
  if (!header) throw new PreconditionMissing()
  const current = await seen(call)
  if (header !== '*' && !tagsIn(header).includes(etagOf(current))) throw new PreconditionFailed()
}
