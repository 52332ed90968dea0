import { checkTimestamp, type TimestampReport } from './timestamp_check.js'
import type { VerifyToken } from '#lib/proof'

/**
 * Judges tokens by the anchors that the reader chose (certificates in DER). Without any, a token
 * can be intact but nobody says whose it is; with some, a token of another authority is refused.
 */
export function tokenVerifier(anchors: Buffer[]): VerifyToken {
  return async (der, imprint) => {
    const { status, time, authority } = reportOn(der, imprint, anchors)
    if (status === 'invalid' || !time || Number.isNaN(time.getTime())) {
      return { valid: false, reason: 'il est abîmé, ou il date autre chose que ce scellé.' }
    }
    const trusted = status === 'valid'
    if (!trusted && anchors.length > 0) {
      return { valid: false, reason: 'son autorité n’est pas de celles que vous reconnaissez.' }
    }
    return {
      valid: true,
      at: time.toISOString(),
      authority: authority ?? 'autorité sans nom',
      trusted,
    }
  }
}

function reportOn(der: Buffer, imprint: Buffer, anchors: Buffer[]): TimestampReport {
  try {
    return checkTimestamp(
      der,
      (token) => token.imprintAlgorithm === 'sha256' && token.imprint.equals(imprint),
      { anchors, pool: [] }
    )
  } catch {
    // The token comes from a stranger: one that cannot even be taken apart proves nothing
    return { status: 'invalid', time: null, authority: null }
  }
}
