import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { zipOf } from '#lib/zip/zip'
import { SpaceMissing } from '../errors.js'
import type Space from '../spaces/space.js'
import { spaceToZip } from './zip_space.js'

/**
 * Answers with all that a personal space holds, as one ZIP, to its person and to nobody else: that of
 * another does not exist for her, whatever her role. @throws E_GED_SPACE_MISSING
 */
export async function sendPersonalSpace(ctx: HttpContext, space: Space): Promise<void> {
  if (space.kind !== 'personal' || space.ownerId !== ctx.actor.id) throw new SpaceMissing()
  const { files, folders, etag } = await spaceToZip(space)
  await journal.append({
    type: 'ged.space_exported',
    subject: { capability: 'ged', type: 'space', id: space.id },
    actor: ctx.actor,
    data: { documents: files.length - 2 },
  })
  ctx.response.header('etag', etag).header('cache-control', 'private, no-store')
  ctx.response.header('content-type', 'application/zip')
  ctx.response.header(
    'content-disposition',
    `attachment; filename="mon-espace-${clock.today()}.zip"`
  )
  ctx.response.stream(zipOf(files, clock.now().toJSDate(), folders))
}
