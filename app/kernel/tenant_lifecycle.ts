import { defineLifecycle } from '#kernel/lifecycle'

/** A member of the syndicat: its doors close for a while, and open again. */
export const tenantLifecycle = defineLifecycle(
  { active: { suspend: 'suspended' }, suspended: { resume: 'active' } },
  { of: 'kernel.tenants' }
)
