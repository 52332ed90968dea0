import type { Outcome } from '../rules/verdict.js'

const CODES: Record<string, Outcome> = {
  ABORT_ERR: 'timeout',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
}

/** What an error of node:http means for whoever keeps the receiver. */
export function whyItFailed(error: unknown): Outcome {
  const { name, code = '', errors } = error as NodeJS.ErrnoException & { errors?: Error[] }
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout'
  // Several addresses were tried: what the first one said
  if (errors?.length) return whyItFailed(errors[0])
  if (/CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/.test(code)) return 'bad_certificate'
  return CODES[code] ?? 'broken'
}
