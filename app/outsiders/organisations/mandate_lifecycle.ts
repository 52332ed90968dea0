import { defineLifecycle } from '#kernel/lifecycle'

/** An agent of a member reads the mandate of somebody who says that she manages an organisation. */
export const mandateLifecycle = defineLifecycle(
  { asked: { approve: 'approved', refuse: 'refused' }, approved: {}, refused: {} },
  { of: 'kernel.mandate_checks' }
)
