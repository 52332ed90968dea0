import { defineLifecycle } from '#kernel/lifecycle'

/** A new paper for somebody who lost everything: one agent asks, another one confirms. */
export const recoveryLifecycle = defineLifecycle(
  {
    asked: { approve: 'approved', refuse: 'refused' },
    approved: {},
    refused: {},
  },
  { of: 'kernel.counter_recoveries' }
)
