import hash from '@adonisjs/core/services/hash'
import { SYSTEM, type Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { membersIndexed, sealedTotp } from '#identity'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { EmailAddress, uuidv7 } from '#lib/values'
import type { Changes } from './changes.js'
import type { MemberPerson } from './member.js'

const hashed = new Map<string, Promise<string>>()

/** The demonstration shares one password: its hash, slow on purpose, is made once. */
function hashOnce(password: string): Promise<string> {
  if (!hashed.has(password)) hashed.set(password, hash.make(password))
  return hashed.get(password)!
}

/** Makes sure of a person and of her place in the tenant in context; takes nothing away. */
export async function ensurePerson(
  person: MemberPerson,
  changes: Changes,
  actor: Actor = SYSTEM
): Promise<void> {
  const userId = await ensureUser(person, changes)
  const trx = tenancy.trx()
  const tenantId = tenancy.tenantId()
  const known = await trx
    .from('kernel.memberships')
    .where({ tenant_id: tenantId, user_id: userId })
    .first()
  const roles = [...new Set([...(known?.roles ?? []), ...person.roles])]
  if (known && roles.length === known.roles.length && known.title) return
  const id = known?.id ?? uuidv7()
  if (known) {
    const update = { roles, title: known.title ?? person.title }
    await trx.from('kernel.memberships').where({ tenant_id: tenantId, id }).update(update)
  } else {
    const row = { tenant_id: tenantId, id, user_id: userId, roles, title: person.title }
    await trx.insertQuery().table('kernel.memberships').insert(row)
  }
  // Written without its model: it is found from now on all the same
  await membersIndexed.againById(id)
  changes.addPersonal(`${person.name}, ${person.title} : ${roles.join(', ')}.`)
  await journal.append({
    type: 'kernel.membership_granted',
    subject: { capability: 'kernel', type: 'membership', id },
    actor,
    data: { userId, roles },
  })
}

/** A second factor that is set up already: of the demonstration alone. */
const factorOf = ({ totpSecret }: MemberPerson) =>
  totpSecret
    ? { totp_secret: sealedTotp(totpSecret), totp_confirmed_at: clock.now().toJSDate() }
    : {}

async function ensureUser(person: MemberPerson, changes: Changes): Promise<string> {
  const trx = tenancy.trx()
  const email = String(EmailAddress.parse(person.email)).toLowerCase()
  const known = await trx.from('kernel.users').where('email', email).first()
  if (known) {
    if (person.totpSecret && !known.totp_secret) {
      await trx.from('kernel.users').where('id', known.id).update(factorOf(person))
    }
    if (person.operator && !known.is_operator) {
      await trx.from('kernel.users').where('id', known.id).update({ is_operator: true })
      changes.addPersonal(`${person.name} exploite désormais la plateforme.`)
    }
    return known.id
  }
  const id = uuidv7()
  await trx
    .insertQuery()
    .table('kernel.users')
    .insert({
      id,
      email,
      full_name: person.name,
      password: person.password ? await hashOnce(person.password) : null,
      is_operator: person.operator ?? false,
      ...factorOf(person),
    })
  changes.addPersonal(`Compte créé pour ${person.name} (${email}).`)
  return id
}
