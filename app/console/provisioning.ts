import { SYSTEM, type Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { Siren, uuidv7 } from '#lib/values'
import type { Blueprint } from '#kernel/blueprint'
import { Changes } from './provisioning/changes.js'
import { blueprintOf } from './provisioning/library.js'
import type { Member } from './provisioning/member.js'
import { ensurePerson } from './provisioning/people.js'
import { openRooms } from './provisioning/settings.js'
import { checkedMember, ensureTenantRow } from './provisioning/tenant_row.js'

export type { Blueprint } from '#kernel/blueprint'
export type { Member, MemberPerson } from './provisioning/member.js'

export interface Provisioned {
  tenant: Tenant
  /** What changed, in French; empty when all was there already. */
  changes: string[]
}

interface ProvisionOptions {
  blueprint?: Blueprint
  /** Does everything, then undoes it: the list says what would change. */
  dryRun?: boolean
  actor?: Actor
  /** More to do in the same transaction (an invitation); returns sentences that may name people. */
  also?: (tenant: Tenant) => Promise<string[]>
}

/**
 * Makes a member of a description, or completes one: its row, its settings, its people, then what
 * each of its rooms needs (`provision` of its capability), in one transaction and once however
 * often it is called. Throws E_SLUG_TAKEN, E_SLUG_INVALID, E_MEMBER_NAME_MISSING, InvalidValue.
 */
export async function provision(
  member: Member,
  options: ProvisionOptions = {}
): Promise<Provisioned> {
  const { dryRun = false, actor = SYSTEM } = options
  const wanted = checkedMember(member)
  const blueprint = options.blueprint ?? (await blueprintOf(wanted.kind))
  tenants.forget()
  const known = await tenants.bySiren(wanted.siren)
  const provisioned = await tenancy.run(known?.id ?? uuidv7(), async () => {
    const changes = new Changes()
    const tenant = await ensureTenantRow(wanted, blueprint, changes)
    for (const person of wanted.people ?? []) await ensurePerson(person, changes, actor)
    for (const room of openRooms(tenant.settings.services)) {
      changes.add(...((await room.provision?.(tenant, blueprint)) ?? []))
    }
    for (const sentence of (await options.also?.(tenant)) ?? []) changes.addPersonal(sentence)
    if (!changes.isEmpty) {
      await journal.append({
        type: known ? 'kernel.tenant_completed' : 'kernel.tenant_provisioned',
        subject: { capability: 'kernel', type: 'tenant', id: tenant.id },
        actor,
        data: { blueprint: blueprint.kind, ...changes.forJournal() },
      })
    }
    if (dryRun) tenancy.fail()
    return { tenant, changes: changes.sentences }
  })
  tenants.forget()
  return provisioned
}

/** The description of a member that exists already, by its SIREN, or null. */
export async function knownMember(siren: string): Promise<Member | null> {
  const tenant = await tenants.bySiren(String(Siren.parse(siren)))
  if (!tenant) return null
  const { slug, name, kind, departement, arrondissement, natureCode } = tenant
  return { siren: tenant.siren, slug, name, kind, departement, arrondissement, natureCode }
}
