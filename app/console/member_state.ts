import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenantLifecycle } from '#kernel/tenant_lifecycle'
import { changeMember } from './member_changes.js'

/**
 * Closes the door of a member for a while: its public pages answer 404, its people are told, its data
 * stay. Other processes learn it within five seconds (see tenant.ts). Refused by its state when it is
 * closed already.
 */
export const suspendMember = (id: string, actor: Actor): Promise<void> =>
  changeMember(id, {
    type: 'kernel.tenant_suspended',
    actor,
    columns: (_, state) => ({
      state: tenantLifecycle.after(state, 'suspend'),
      suspended_at: clock.now().toJSDate(),
    }),
  })

/** Opens it again; refused by its state when it is open. */
export const resumeMember = (id: string, actor: Actor): Promise<void> =>
  changeMember(id, {
    type: 'kernel.tenant_resumed',
    actor,
    columns: (_, state) => ({ state: tenantLifecycle.after(state, 'resume'), suspended_at: null }),
  })
