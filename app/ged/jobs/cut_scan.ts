import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import type { Bringer } from '../separators/bringer.js'
import Cut from '../separators/cut.js'
import { cutScan } from '../separators/cut_scan.js'

/** Looks in a scan for the separator sheets of the member, and cuts it there. */
export const cutScanJob = defineJob<{ nodeId: string; bringer: Bringer }>({
  name: 'ged.cut_scan',
  title: 'Couper une numérisation à ses feuilles de séparation',
  queue: 'heavy',
  attempts: 5,
  // The scan is whole where it was filed; its page says that nobody looked for its sheets
  onGiveUp: ({ nodeId }, { tenantId, reason }) =>
    tenancy.run(tenantId, () => Cut.failed(nodeId, reason)),
  handle: ({ nodeId, bringer }, { tenantId }) => cutScan(tenantId, nodeId, bringer),
})
