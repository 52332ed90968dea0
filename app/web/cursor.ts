import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#lib/values'

/**
 * The identifier at which the page before ended, as an address says it (`?apres=`, or `?avant=` on
 * the way to what is older); null when it says none or none of ours: the list begins.
 */
export function cursorOf(
  request: HttpContext['request'],
  name: 'apres' | 'avant' = 'apres'
): string | null {
  const typed: unknown = request.input(name)
  return isUuid(typed) ? typed : null
}

/** The address of what comes after an identifier, on the same page unless said; null after the end. */
export const pageAfter = (id: string | null, page = ''): string | null =>
  id && `${page}?apres=${id}`
