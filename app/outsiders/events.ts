import { defineEvent } from '#kernel/events'

/**
 * What happened to somebody outside, told to each member that knows her: identifiers only. A room
 * asks this storey's facade for the rest.
 */
export const personIdentified = defineEvent<{ personId: string; issuer: string; at: string }>(
  'outsiders.person_identified',
  1
)
export const contactPointChanged = defineEvent<{ personId: string; kind: string; at: string }>(
  'outsiders.contact_point_changed',
  1
)
export const attachmentHeld = defineEvent<{
  personId: string
  attachmentId: string
  establishmentId: string
  at: string
}>('outsiders.attachment_held', 1)

/** Two records are one person's; `mergedId` is the one that no longer answers for itself. */
export const personsMerged = defineEvent<{ personId: string; mergedId: string; at: string }>(
  'outsiders.persons_merged',
  1
)
/** They are two again. */
export const personsParted = defineEvent<{ personId: string; partedId: string; at: string }>(
  'outsiders.persons_parted',
  1
)

/** By its name, what a job tells again in the name of each member. */
export const PERSON_EVENTS = {
  personIdentified,
  contactPointChanged,
  attachmentHeld,
  personsMerged,
  personsParted,
}
export type PersonEventName = keyof typeof PERSON_EVENTS
