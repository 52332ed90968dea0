import { InvalidValue, PhoneNumber } from '#lib/values'
import { journal } from '#kernel/journal'
import { workplacesOf } from '#kernel/people/memberships'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import { PhoneUnreadable } from './errors.js'
import { indexPersonAgain } from './indexed.js'

interface Contact {
  fullName: string
  /** As it was typed; empty takes the number away. */
  phone: string
}

/**
 * Changes how a person is named and called. The journal of each collectivité where she works keeps
 * that it changed and never what: an entry stays for ever. Throws E_PHONE_UNREADABLE. Called outside
 * any transaction.
 */
export async function changeContact(user: User, { fullName, phone }: Contact): Promise<void> {
  user.merge({ fullName, phone: phone.trim() === '' ? null : readPhone(phone) })
  const fields = Object.keys(user.$dirty).toSorted()
  if (fields.length === 0) return
  await user.save()
  if (fields.includes('fullName')) await indexPersonAgain(user.id)
  for (const { tenantId } of await workplacesOf(user.id)) {
    await tenancy.run(tenantId, () =>
      journal.append({
        type: 'identity.contact_changed',
        subject: { capability: 'identity', type: 'person', id: user.id },
        actor: { kind: 'person', id: user.id },
        data: { fields },
      })
    )
  }
}

function readPhone(text: string): string {
  try {
    return PhoneNumber.parse(text).value
  } catch (error) {
    if (error instanceof InvalidValue) throw new PhoneUnreadable(error.message).at('phone')
    throw error
  }
}
