import { enqueueTogether } from '#kernel/jobs/job'
import { cutScanJob } from '../jobs/cut_scan.js'
import type { KeptFile } from '../nodes/version.js'
import type { Bringer } from './bringer.js'
import { PDF } from './file_parts.js'
import Sheet from './sheet.js'

interface Brought {
  nodeId: string
  file: KeptFile
}

/**
 * Has the scans among some documents looked at for separator sheets, once the transaction in context
 * is committed; nothing where nobody prints any.
 */
export async function queueCuts(brought: Brought[], bringer: Bringer): Promise<void> {
  const scans = brought.filter(({ file }) => file.mediaType === PDF)
  if (scans.length === 0 || !(await Sheet.isUsedHere())) return
  await enqueueTogether(scans.map(({ nodeId }) => cutScanJob.row({ nodeId, bringer })))
}
