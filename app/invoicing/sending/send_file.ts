import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { checkFile } from '#lib/einvoice'
import { syntaxOf } from '#lib/einvoice/flows'
import { lookAtFlow } from '../flows/look_at_flow.js'
import { platform } from '../gateways/platform.js'
import { platformAccount } from '../settings.js'

/** What became of a file that was to be sent: `flowId` null when nothing was, and why. */
export interface Sent {
  flowId: string | null
  says: string
}

/**
 * Sends an invoice to the approved platform of a member. The same bytes are one flow: sent twice, the
 * first one is told again.
 */
export async function sendFile(slug: string, path: string): Promise<Sent> {
  const tenant = await tenants.bySlug(slug)
  const account = tenant && platformAccount(tenant)
  if (!account) return nothing('Cette collectivité n’a pas de plateforme agréée réglée.')
  const bytes = await readFile(path)
  const outcome = await checkFile(bytes)
  const syntax = syntaxOf(outcome)
  if (!syntax || outcome.verdict !== 'valid')
    return nothing('Cette facture n’est pas conforme : invoicing:check dit ce qui est à corriger.')
  const trackingId = createHash('sha256').update(bytes).digest('hex')
  const name = basename(path)
  const flow = { name, syntax, trackingId, processingRule: 'B2B' as const, bytes }
  const answer = await platform.sendOnce(account, flow)
  if (answer.is !== 'said') return nothing(answer.says)
  const { flowId, wasThere } = answer.value
  await tenancy.run(tenant.id, () =>
    lookAtFlow.enqueue({ flowId }, { dedupeKey: `invoicing.look_at_flow:${flowId}` })
  )
  return { flowId, says: wasThere ? 'Déjà envoyée : rien n’est parti.' : 'Envoyée.' }
}

const nothing = (says: string): Sent => ({ flowId: null, says })
