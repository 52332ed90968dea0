import { defineLifecycle } from '#kernel/lifecycle'

/** The place of a person in a tenant; an invitation accepted again opens it, whatever it was. */
export const membershipLifecycle = defineLifecycle(
  {
    active: { suspend: 'suspended', join: 'active' },
    suspended: { reinstate: 'active', join: 'active' },
  },
  { of: 'kernel.memberships' }
)
