import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { defineError } from '#lib/errors'
import { zipOf, type ZippedFile } from '#lib/zip/zip'
import type { ChosenLine } from './chosen.js'
import type { ListArchive } from './declaration.js'

/** The name of the button, among those of the gestures. */
export const ARCHIVE = 'archive'

const MOST_BYTES = 1_000_000_000

export const ArchiveTooHeavy = defineError(
  'E_LIST_ARCHIVE_TOO_HEAVY',
  'Ces fichiers pèsent plus de 1 Go ensemble : choisissez moins de lignes.'
)

/** The files of the chosen lines as one ZIP; a line that is no longer there has none. */
export async function sendArchive(
  { response }: HttpContext,
  { name, of }: ListArchive,
  chosen: ChosenLine[]
): Promise<void> {
  const files: ZippedFile[] = await of(chosen.map(({ id }) => id))
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  if (bytes > MOST_BYTES) throw new ArchiveTooHeavy()
  response.header('content-type', 'application/zip')
  response.header('content-disposition', `attachment; filename="${name}-${clock.today()}.zip"`)
  response.stream(zipOf(files, clock.now().toJSDate()))
}
