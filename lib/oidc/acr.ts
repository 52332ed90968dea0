/** eIDAS, and ProConnect's way of saying that two factors were asked. */
const EIDAS = /^eidas(\d)(-mfa)?$/

/**
 * Whether a sign-in is as sure as one of the levels that were asked (`acr`). Levels of eIDAS are
 * compared; any other word is only equal to itself. Nothing asked: everything is enough.
 */
export function isHighEnough(acr: string | undefined, asked: readonly string[]): boolean {
  if (asked.length === 0) return true
  if (acr === undefined) return false
  return asked.some((wanted) => wanted === acr || isAbove(acr, wanted))
}

function isAbove(acr: string, wanted: string): boolean {
  const [has, wants] = [EIDAS.exec(acr), EIDAS.exec(wanted)]
  if (!has || !wants) return false
  // From the substantial level on, two factors are the rule (eIDAS, 2015/1502, annexe 2.2.1)
  const hasTwo = has[2] !== undefined || Number(has[1]) >= 2
  return Number(has[1]) >= Number(wants[1]) && (wants[2] === undefined || hasTwo)
}
