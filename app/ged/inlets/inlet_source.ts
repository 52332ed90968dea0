import type { Tenant } from '#kernel/tenant'
import type Inlet from './inlet.js'
import { openMailbox } from './mailbox.js'
import { openScans } from './scans.js'
import type { InletSource } from './waiting.js'

/** Throws, as a sentence, why an inlet cannot be visited. */
export const openInlet = (tenant: Tenant, inlet: Inlet): Promise<InletSource> =>
  inlet.kind === 'folder' ? openScans(tenant.siren, inlet.source) : openMailbox(inlet)
