import { errors } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'
import { TooManyAttempts } from '#kernel/identity/errors'
import { digest } from '#kernel/identity/secrets'

const WINDOW = '15 mins'
const PER_ACCOUNT = 6
/** A whole town hall may stand behind one address. */
const PER_ADDRESS = 60

/** What is guarded: a password, a code of the second step, the sending of a link. */
export type Guarded = 'password' | 'code' | 'link' | 'passkey'

const counter = (requests: number) =>
  limiter.use({ requests, duration: WINDOW, blockDuration: WINDOW })

const inWords = (seconds: number) =>
  seconds < 90 ? 'une minute' : `${Math.ceil(seconds / 60)} minutes`

async function count(requests: number, key: string): Promise<void> {
  try {
    await counter(requests).consume(key)
  } catch (error) {
    if (!(error instanceof errors.ThrottleException)) throw error
    throw new TooManyAttempts(inWords(error.response.availableIn))
  }
}

/**
 * Counts an attempt before it is made, so that a hundred at once do not pass; the returned function
 * takes it back when it succeeded. `account` is an address or an identifier; throws TooManyAttempts.
 */
export async function countAttempt(guarded: Guarded, account: string, address: string) {
  // The table is read by operators: it names nobody.
  const keys = {
    account: `${guarded}_${digest(account)}`,
    address: `${guarded}_${digest(address)}`,
  }
  await count(PER_ADDRESS, keys.address)
  await count(PER_ACCOUNT, keys.account)
  return async function succeeded() {
    await counter(PER_ACCOUNT).delete(keys.account)
    await counter(PER_ADDRESS).decrement(keys.address)
  }
}
