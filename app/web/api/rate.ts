import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { TooManyCalls } from './errors.js'

/** Ten calls a second for a minute: a program that works, and not one in a loop. */
export const MOST_CALLS = 600
/** Wrong tokens from one address, before we do not even look at them. */
const MOST_WRONG = 60
const WINDOW_SECONDS = 60

export const callsKey = (tokenId: string) => `api_${tokenId}`

/**
 * Counts a call of a token and says in the answer what is left of its minute (RateLimit headers of
 * the IETF httpapi draft). Called where no connection is held. Throws E_TOO_MANY_CALLS.
 */
export async function countCall(
  { response }: HttpContext,
  tokenId: string,
  most = MOST_CALLS
): Promise<void> {
  const counted = await count(most, callsKey(tokenId))
  response.header('ratelimit-limit', most)
  response.header('ratelimit-remaining', counted.remaining)
  response.header('ratelimit-reset', counted.seconds)
  response.header('ratelimit-policy', `${most};w=${WINDOW_SECONDS}`)
  if (counted.isOver) throw new TooManyCalls(counted.seconds)
}

/** Counts a token that opened nothing, by the address that it comes from. Throws E_TOO_MANY_CALLS. */
export async function countWrong({ request }: HttpContext): Promise<void> {
  const counted = await count(MOST_WRONG, `api_wrong_${request.ip()}`)
  if (counted.isOver) throw new TooManyCalls(counted.seconds)
}

async function count(most: number, key: string) {
  const counter = limiter.use({ requests: most, duration: WINDOW_SECONDS })
  const { consumed, availableIn } = await counter.increment(key)
  return {
    remaining: Math.max(0, most - consumed),
    seconds: Math.max(1, Math.ceil(availableIn)),
    isOver: consumed > most,
  }
}
