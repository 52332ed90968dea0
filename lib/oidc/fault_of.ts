import type { SignInFault } from './faults.js'

/** What is read of an error of openid-client or of jose: their codes are part of their contracts. */
interface Failure {
  code?: string
  error?: string
  name?: string
  status?: number
  cause?: unknown
}

/** What the provider itself says (RFC 6749 §4.1.2.1 and §5.2, OpenID Connect §3.1.2.6). */
const SAID: Record<string, SignInFault> = {
  access_denied: 'given_up',
  login_required: 'given_up',
  consent_required: 'given_up',
  interaction_required: 'given_up',
  invalid_grant: 'too_late',
  server_error: 'not_identified',
  temporarily_unavailable: 'away',
  invalid_client: 'not_ready',
  unauthorized_client: 'not_ready',
  invalid_request: 'not_ready',
  invalid_scope: 'not_ready',
  unsupported_response_type: 'not_ready',
}

/** A token whose time has passed: openid-client's word, then jose's. */
const LATE = ['OAUTH_JWT_TIMESTAMP_CHECK_FAILED', 'ERR_JWT_EXPIRED']

/** Network: nobody answers, or too slowly. */
const AWAY = /^(ECONN|ETIMEDOUT|ENOTFOUND|EAI_|EHOSTUNREACH|UND_ERR|OAUTH_TIMEOUT|ERR_JWKS_TIMEOUT)/

/**
 * Which failure an error is. An answer that is not as the standard wants it is never believed:
 * whatever is not known to be harmless is `unsure`.
 */
export function faultOf(error: unknown): SignInFault {
  if (!(error instanceof Error)) return 'unsure'
  const { code, error: said, name, status } = error as Failure
  if (said && Object.hasOwn(SAID, said)) return SAID[said]
  if (LATE.includes(code ?? '')) return 'too_late'
  if (name === 'TimeoutError' || name === 'AbortError' || AWAY.test(code ?? '')) return 'away'
  const { cause } = error as Failure
  const answered = cause instanceof Response ? cause.status : status
  if (answered !== undefined && answered >= 500) return 'away'
  if (cause instanceof Error && cause !== error) return faultOf(cause)
  // fetch: « fetch failed », whose cause says why when it knows
  return error instanceof TypeError && error.message === 'fetch failed' ? 'away' : 'unsure'
}
