import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { revokeDropBoxesOf } from '#web/uploads/drops/drop_boxes'
import type Link from './link.js'

/** What the drop boxes of a link are for, as they say it. */
export const subjectOf = ({ id }: Pick<Link, 'id'>): string => `ged.link:${id}`

/** Shuts a link, which its caller holds, at once and everywhere: what is on its way through it too. */
export async function revokeLink(link: Link, by: Actor): Promise<void> {
  if (link.revokedAt) return
  const revokedBy = by.kind === 'person' ? (by.id ?? null) : null
  await link.merge({ revokedAt: clock.now(), revokedBy }).save()
  await revokeDropBoxesOf(subjectOf(link))
  await journal.append({ type: 'ged.link_revoked', subject: link.ref, actor: by })
}
