import { telephone } from '#config/identities'

/** An operator answers in a second; beyond, the job tries again while the code lives. */
const WAIT_MS = 10_000

/** Whether a code can be said by telephone here: an operator of telephones is set. */
export const hasTelephone = (): boolean => Boolean(telephone.url)

/** Whether what a code is written to is a telephone, as E.164 writes it. */
export const isPhone = (address: string): boolean => address.startsWith('+')

/**
 * Numbers that one person carries, and that take a text: mobiles of France (06, 07), of its overseas
 * départements (0692, 0639, 0690, 0694, 0696…) and of New Caledonia (7x to 9x). Any other is called.
 */
const MOBILE = /^\+(?:33[67]|262(?:69|639)|590(?:69)|594(?:69)|596(?:69)|687[7-9])/

/** A text to a mobile, a call to a telephone that rings for a whole house. */
export const howToReach = (phone: string): 'sms' | 'call' => (MOBILE.test(phone) ? 'sms' : 'call')

/**
 * Hands over a text for one number: `POST {to, how, text}`. What an operator of the market wants
 * otherwise, a small relay turns. @throws when it is not accepted: the job comes back
 */
export async function sayByTelephone(to: string, text: string): Promise<void> {
  const response = await fetch(telephone.url!, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(telephone.key && { authorization: `Bearer ${telephone.key.release()}` }),
    },
    body: JSON.stringify({ to, how: howToReach(to), text }),
    signal: AbortSignal.timeout(WAIT_MS),
  })
  if (!response.ok) throw new Error(`The telephone answered ${response.status}`)
}
