import { defineLifecycle } from '#kernel/lifecycle'

/**
 * A deposit, from the demand to the archive's word. `failed` is ours (a file that cannot be read,
 * an archive that never answers), `rejected` is the archive's; both can be tried again.
 */
export const depositLifecycle = defineLifecycle(
  {
    prepared: { transfer: 'transferred', fail: 'failed' },
    // Vitam sends no acknowledgement: a transferred deposit may be settled at once
    transferred: {
      acknowledge: 'acknowledged',
      accept: 'accepted',
      reject: 'rejected',
      fail: 'failed',
    },
    acknowledged: { accept: 'accepted', reject: 'rejected', fail: 'failed' },
    accepted: {},
    rejected: { retry: 'prepared' },
    failed: { retry: 'prepared' },
  } as const,
  { of: 'archiving.deposits', waiting: { 'archiving.trouble': ['rejected', 'failed'] } }
)

export type DepositState = (typeof depositLifecycle.states)[number]
export type DepositEvent = (typeof depositLifecycle.events)[number]
