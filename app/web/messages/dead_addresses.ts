import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { clock } from '#kernel/clock'

const MOST_SAID = 500

/** What a mail server says of an address that takes no mail. */
interface Refusal {
  code?: string
  command?: string
  responseCode?: number
  response?: string
  cause?: unknown
}

/**
 * What the server said, when it refused the recipient for good (RFC 5321 §4.2.1: 5yz); null for
 * anything else: a full box, an outage, a refusal of ourselves are tried again.
 */
export function refusedForGood(error: unknown): string | null {
  for (let one = error as Refusal | undefined; one; one = one.cause as Refusal | undefined) {
    const { command, responseCode = 0, response } = one
    const isOfRecipient = command === 'RCPT TO' || one.code === 'EENVELOPE'
    // 552 is a full box (§4.2.3), and 554 of a server that takes nothing from us
    const isForGood = [550, 551, 553].includes(responseCode)
    if (isOfRecipient && isForGood) return (response ?? String(responseCode)).slice(0, MOST_SAID)
  }
  return null
}

/** Notes that an address takes no mail: none leaves to it until its owner says otherwise. */
export async function noteDead(
  client: QueryClientContract,
  email: string,
  said: string
): Promise<void> {
  await client
    .knexQuery()
    .table('kernel.dead_addresses')
    .insert({ email, said, at: clock.now().toJSDate() })
    .onConflict('email')
    .ignore()
}

/** Since when the address of a person (`:person`) takes no mail, as `askTogether` takes it. */
export const DEAD_SINCE = `select at from kernel.dead_addresses join kernel.users using (email)
  where users.id = :person`

/** Since when an address takes no mail; null while it does. */
export async function deadSince(client: QueryClientContract, email: string): Promise<Date | null> {
  return (await client.from('kernel.dead_addresses').where('email', email).first())?.at ?? null
}

/** Her address works again, its owner says: mails leave to it. */
export async function revive(client: QueryClientContract, email: string): Promise<void> {
  await client.from('kernel.dead_addresses').where('email', email).delete()
}
