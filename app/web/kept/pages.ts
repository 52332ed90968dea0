import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { keptBytes } from '#lib/kept_bytes'
import { clock } from '#kernel/clock'
import { complianceNow } from '#web/notices'
import { rehearsal } from '#web/rehearsal/state'
import { SESSION_COOKIE } from '#config/session'

export interface KeptPage {
  body: Buffer
  bytes: number
  /** A digest of the body: what the browser keeps is asked about by it (RFC 9110 §8.8.3). */
  etag: string
  type: string
  tenantId: string
  /** Under which the page was drawn; see `standing.ts`. */
  standing: string
  route: NonNullable<HttpContext['route']>
}

const MOST_BYTES = 32 * 1024 * 1024
const THEMES = ['', 'light', 'dark']

/** The public pages that this process has drawn and that may still be true. */
export const pages = keptBytes<KeptPage>(MOST_BYTES)

/**
 * What a public page depends on beside the member's standing: its address, the theme, the day, what
 * the operator says of itself. Null for a page that is not everybody's: somebody's session, a search, a rehearsal.
 */
export function pageKey({ request }: HttpContext): string | null {
  if (request.method() !== 'GET' || request.request.url!.includes('?')) return null
  if (rehearsal()) return null
  if (request.header('cookie')?.includes(`${SESSION_COOKIE}=`)) return null
  const theme = request.plainCookie('theme', '', false)
  if (!THEMES.includes(theme)) return null
  return [request.url(), theme, clock.today(), complianceNow()].join('\n')
}

export function pageOf(
  { response, route }: HttpContext,
  body: string,
  { tenantId, standing }: { tenantId: string; standing: string }
): KeptPage {
  const bytes = Buffer.from(body)
  return {
    body: bytes,
    bytes: bytes.length,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    type: String(response.getHeader('content-type') ?? 'text/html; charset=utf-8'),
    tenantId,
    standing,
    route: route!,
  }
}

/** Kept by whoever asks, and asked about each time: never shown once it is no longer true. */
export function sayKept({ response }: HttpContext, { etag }: KeptPage): void {
  response.header('etag', etag)
  response.header('cache-control', 'public, no-cache')
  response.header('vary', 'cookie')
}
