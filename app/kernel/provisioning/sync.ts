import { SYSTEM } from '#kernel/actor'
import { tenants } from '#kernel/tenant'
import { knownMember, provision, type Member, type Provisioned } from '#kernel/provisioning'
import { describedMembers } from './library.js'

/**
 * Brings every member up to what `tenants/` says: those described there, then all others after
 * their blueprint. Each is a transaction of its own: one that fails leaves the others done.
 */
export async function syncTenants(options: {
  dryRun?: boolean
  members?: Member[]
  onDone?: (provisioned: Provisioned) => void
}): Promise<Provisioned[]> {
  const described = options.members ?? (await describedMembers())
  const sirens = new Set(described.map((member) => member.siren))
  const others = (await tenants.all()).filter((tenant) => !sirens.has(tenant.siren))
  const done: Provisioned[] = []
  for (const member of [
    ...described,
    ...(await Promise.all(others.map((one) => knownMember(one.siren)))),
  ]) {
    const provisioned = await provision(member!, { dryRun: options.dryRun, actor: SYSTEM })
    options.onDone?.(provisioned)
    done.push(provisioned)
  }
  return done
}
