import { SYSTEM } from '#kernel/actor'
import { tenants } from '#kernel/tenant'
import { knownMember, provision, type Member, type Provisioned } from '#console/provisioning'
import { describedMembers } from './library.js'

/**
 * Brings every member up to what `tenants/` says: those described there, then all others after
 * their blueprint. Each is a transaction of its own: with `onFailed`, one that fails is told and
 * leaves the others to be done; without it, its error stops all.
 */
export async function syncTenants(options: {
  dryRun?: boolean
  members?: Member[]
  onDone?: (provisioned: Provisioned) => void
  onFailed?: (name: string, error: Error) => void
}): Promise<Provisioned[]> {
  const described = options.members ?? (await describedMembers())
  const sirens = new Set(described.map((member) => member.siren))
  const others = (await tenants.all()).filter((tenant) => !sirens.has(tenant.siren))
  const done: Provisioned[] = []
  for (const one of [...described, ...others]) {
    try {
      const member = described.includes(one as Member)
        ? (one as Member)
        : await knownMember(one.siren)
      const provisioned = await provision(member!, { dryRun: options.dryRun, actor: SYSTEM })
      options.onDone?.(provisioned)
      done.push(provisioned)
    } catch (error) {
      if (!options.onFailed) throw error
      options.onFailed(one.name, error as Error)
    }
  }
  return done
}
