import { remember } from '#lib/remember'

/** The part of a verifier of @boringnode/encryption that reads what was signed. */
interface Verifier {
  unsign(payload: string, purpose?: string): any
}

const KEPT_MS = 5 * 60_000
const MOST = 5_000

/**
 * Adonis 7 computes three signatures at each page to read one cookie, which is the same text at the
 * next page: a fortieth of what a page costs. What was found well signed, for that purpose, is known for a
 * while, unless it says when it ends: that is asked of the clock each time.
 */
export function rememberSigned(verifier: Verifier): void {
  const kept = remember<string>({ ms: KEPT_MS, most: MOST })
  const unsign = verifier.unsign.bind(verifier)
  verifier.unsign = (payload, purpose) => {
    const key = `${purpose ?? ''} ${payload}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const said = unsign(payload, purpose)
    return typeof said === 'string' && !saysItsEnd(payload) ? kept.keep(key, said) : said
  }
}

const saysItsEnd = (payload: string): boolean =>
  Buffer.from(payload.split('.')[0], 'base64url').includes('"expiryDate"')
