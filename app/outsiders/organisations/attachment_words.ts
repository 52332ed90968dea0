import type { Meaning } from '#lib/meaning'
import type { AttachmentState } from './attachment_lifecycle.js'

/** How each state of an attachment is said. */
export const ATTACHMENT_WORDS: Record<AttachmentState, { label: string; meaning: Meaning }> = {
  asked: { label: 'Demandé', meaning: 'waiting' },
  held: { label: 'En cours', meaning: 'done' },
  suspended: { label: 'Suspendu', meaning: 'trouble' },
  ended: { label: 'Terminé', meaning: 'plain' },
}

/** What a manager may do for another, in words; nothing is offered that the rules refuse. */
export function gesturesOf({ state, role }: { state: AttachmentState; role: string }) {
  if (state === 'asked')
    return [
      { value: 'approve', label: 'Accepter' },
      { value: 'refuse', label: 'Refuser' },
    ]
  if (role === 'manager' || state === 'ended') return []
  const end = { value: 'end', label: 'Retirer' }
  if (state === 'suspended') return [{ value: 'restore', label: 'Rétablir' }, end]
  return [
    { value: 'promote', label: 'Confier la gestion' },
    { value: 'suspend', label: 'Suspendre' },
    end,
  ]
}
