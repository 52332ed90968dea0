import type { AllowedHosts } from '../rules/receiver_address.js'
import type { Result } from '../rules/verdict.js'
import { post } from './post.js'
import { resolveOnce } from './resolve.js'

/** A message, signed. */
interface Signed {
  url: URL
  headers: Record<string, string>
  body: string
}

/** Sends a message once, towards internet alone but for what the operator allows; never throws. */
export async function exchange(
  { url, headers, body }: Signed,
  allowed: AllowedHosts
): Promise<Result> {
  const resolved = await resolveOnce(url, allowed)
  if ('outcome' in resolved)
    return { ...resolved, status: null, durationMs: 0, excerpt: null, retryAfter: 0 }
  return post({ url, addresses: resolved.addresses, headers, body })
}
