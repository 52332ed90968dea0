import { defineLifecycle } from '#kernel/lifecycle'

/** The tie of a person to an establishment, from the day when she asks for it. */
export const attachmentLifecycle = defineLifecycle(
  {
    asked: { approve: 'held', refuse: 'ended', withdraw: 'ended' },
    held: { suspend: 'suspended', end: 'ended' },
    suspended: { restore: 'held', end: 'ended' },
    ended: {},
  },
  { of: 'kernel.attachments' }
)

export type AttachmentState = (typeof attachmentLifecycle.states)[number]
export type AttachmentEvent = (typeof attachmentLifecycle.events)[number]
