import { defineLifecycle } from '#kernel/lifecycle'

/** Two records that may be one person's: one agent says « the same », another one confirms. */
export const likenessLifecycle = defineLifecycle(
  {
    waiting: { propose: 'proposed', part: 'apart' },
    proposed: { join: 'joined', part: 'apart' },
    joined: {},
    apart: {},
  },
  { of: 'kernel.likenesses' }
)
