import { TechnicalAccountSchema } from '#database/schema/kernel'
import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import Membership from '#kernel/people/membership'
import User from '#kernel/people/user'
import type { Role } from '#kernel/room'
import { TenantModel, tenancy } from '#kernel/tenancy'
import { isUuid, uuidv7 } from '#lib/values'
import { noteDead } from '#web/messages/dead_addresses'
import { NotFound } from '#web/errors'
import { AdministeringAccount } from './errors.js'

/** That an account belongs to a program: no person holds it, and no password opens it. */
class TechnicalAccount extends TenantModel(TechnicalAccountSchema) {
  static table = 'kernel.technical_accounts'
}

export interface NewAccount {
  /** « Logiciel des finances ». */
  name: string
  /** The desk that it holds in the circuits, or null. */
  title: string | null
  roles: Role[]
}

/**
 * Opens an account for a program of the tenant in context: a member like another, whom no mail
 * reaches and who has no way in but its tokens. Returns its person's id.
 */
export async function openAccount({ name, title, roles }: NewAccount, by: Actor): Promise<string> {
  if (roles.includes('administrator')) throw new AdministeringAccount().at('roles')
  const trx = tenancy.trx()
  const id = uuidv7()
  // RFC 2606: no mail server has this domain, so that no lost password is ever sent to it
  const email = `${id}@compte-technique.invalid`
  await User.create({ id, email, fullName: name, password: null }, { client: trx })
  await noteDead(trx, email, 'compte technique : personne n’y lit de courriel')
  const place = await Membership.create({ userId: id, roles, title, state: 'active' })
  await TechnicalAccount.create({ userId: id, createdBy: by.id ?? null })
  await journal.append({
    type: 'identity.technical_account_opened',
    subject: { capability: 'identity', type: 'membership', id: place.id },
    actor: by,
    data: { userId: id, roles },
  })
  return id
}

/** A member must always be administered by somebody who reads mails: throws E_TECHNICAL_ADMINISTRATOR. */
export async function mustBePerson(userId: string): Promise<void> {
  if (await TechnicalAccount.query().where({ userId }).first())
    throw new AdministeringAccount().at('roles')
}

/** The accounts of programs here, by name, with their place. */
export async function accountsHere() {
  const rows = await places().orderBy('users.full_name')
  return rows.map(accountOf)
}

/** One of them by its person's id; throws E_NOT_FOUND. */
export async function accountHere(userId: string) {
  const row = isUuid(userId) ? await places().where('users.id', userId).first() : null
  if (!row) throw new NotFound()
  return accountOf(row)
}

const places = () =>
  tenancy
    .trx()
    .from('kernel.technical_accounts as accounts')
    .join('kernel.users', 'users.id', 'accounts.user_id')
    .join('kernel.memberships as places', (on) =>
      on.on('places.tenant_id', 'accounts.tenant_id').on('places.user_id', 'accounts.user_id')
    )
    .where('accounts.tenant_id', tenancy.tenantId())
    .select('users.id', 'users.full_name', 'users.email')
    .select('places.id as place', 'places.title', 'places.roles', 'places.state')

const accountOf = (row: any) => ({
  id: row.id as string,
  name: row.full_name as string,
  login: row.email as string,
  place: row.place as string,
  title: row.title as string | null,
  roles: row.roles as Role[],
  isActive: row.state === 'active',
})

export type Account = ReturnType<typeof accountOf>
