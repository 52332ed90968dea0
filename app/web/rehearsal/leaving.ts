import { REHEARSAL } from '#lib/backup/rehearsal'
import { systemDb } from '#kernel/system'

type Leaving = (restored: { at: Date }) => Promise<void>

const gestures: Leaving[] = []

/**
 * Declares what a room does when a restored copy becomes the real platform: the world has seen what
 * was done after the moment that came back, and the platform has not.
 */
export const whenRestored = (gesture: Leaving): void => void gestures.push(gesture)

/** Makes a restored copy the real platform; false when it was that already. */
export async function leaveRehearsal(): Promise<boolean> {
  const row = await systemDb().from('kernel.heartbeats').where('name', REHEARSAL).first()
  if (!row) return false
  for (const gesture of gestures) await gesture({ at: new Date(row.details.at) })
  await systemDb().from('kernel.heartbeats').where('name', REHEARSAL).delete()
  return true
}
