import { defineLifecycle } from '#kernel/lifecycle'

/**
 * A status on its way to Chorus Pro. `attempting` says that it may have been heard: before it is sent
 * again, its history is read.
 */
export const pushLifecycle = defineLifecycle(
  {
    waiting: { begin: 'attempting' },
    attempting: { take: 'taken', release: 'waiting', refuse: 'refused' },
    taken: {},
    refused: { resume: 'waiting' },
  },
  { of: 'invoicing.pushes' }
)

export type PushState = (typeof pushLifecycle.states)[number]
