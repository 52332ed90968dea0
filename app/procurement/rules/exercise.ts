import { keysFromShares, type Bytes, type SealedEnvelope } from '#lib/sealing'

interface Given {
  handle: string
  share: Bytes
}

/**
 * Whose shares open the envelope: each that gives its key together with others. Empty while no
 * choice of `threshold` of them does.
 */
export async function provenHolders(
  place: { tender: string; pli: string; envelope: string },
  envelope: Pick<SealedEnvelope, 'commit'>,
  given: Given[],
  threshold: number
): Promise<string[]> {
  const proven = new Set<string>()
  for (const some of choices(given, threshold)) {
    if (some.every(({ handle }) => proven.has(handle))) continue
    const shares = some.map(({ share }) => share)
    const keys = await keysFromShares(place, envelope, shares, threshold).catch(() => null)
    if (keys) for (const { handle } of some) proven.add(handle)
  }
  return [...proven]
}

function* choices<T>(among: T[], count: number): Generator<T[]> {
  if (count === 0) return yield []
  for (let at = 0; at + count <= among.length; at++)
    for (const rest of choices(among.slice(at + 1), count - 1)) yield [among[at], ...rest]
}
