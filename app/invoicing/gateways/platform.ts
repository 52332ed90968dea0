import { createHash } from 'node:crypto'
import type { FlowSyntax } from '#lib/einvoice/flows'
import { askPlatform, type PlatformAccount, type PlatformAnswer } from './platform_call.js'

/** A flow as the platform knows it, as far as we read it. */
export interface KnownFlow {
  flowId: string
  trackingId?: string
  name: string
  flowSyntax: string
  flowType: string
  flowDirection: 'In' | 'Out'
  submittedAt: string
  updatedAt: string
  acknowledgement: {
    status: 'Pending' | 'Ok' | 'Error'
    details?: { reasonCode: string; reasonMessage: string }[]
  }
}

/** A flow that we send. */
export interface OurFlow {
  name: string
  syntax: FlowSyntax
  /** What tells it apart from every other of ours: a second sending is found by it. */
  trackingId: string
  processingRule: 'B2B' | 'B2G' | 'B2BInt' | 'B2C'
  bytes: Buffer
}

export interface FlowFilters {
  updatedAfter?: string
  flowType?: string[]
  flowDirection?: ('In' | 'Out')[]
  trackingId?: string
  ackStatus?: 'Pending' | 'Ok' | 'Error'
}

interface FlowPage {
  results?: KnownFlow[]
  nextCursor?: string
}

const JSON_BODY = { 'content-type': 'application/json' }

/** The flow service of an approved platform (XP Z12-013). */
export const platform = {
  /**
   * Sends a flow, once: when the answer of an attempt never came, the flows of that tracking
   * identifier are looked for before another one begins.
   */
  async sendOnce(
    account: PlatformAccount,
    flow: OurFlow
  ): Promise<PlatformAnswer<{ flowId: string; wasThere: boolean }>> {
    const known = await this.search(account, { trackingId: flow.trackingId })
    if (known.is !== 'said') return known
    if (known.value.length > 0)
      return { is: 'said', value: { flowId: known.value[0].flowId, wasThere: true } }
    const answer = await askPlatform<{ flowId: string }>(account, '/flows', {
      method: 'POST',
      body: formOf(flow),
    })
    if (answer.is !== 'said') return answer
    return { is: 'said', value: { flowId: answer.value.flowId, wasThere: false } }
  },

  /** Every flow of these filters, page after page, the oldest change first. */
  async search(account: PlatformAccount, where: FlowFilters): Promise<PlatformAnswer<KnownFlow[]>> {
    const found: KnownFlow[] = []
    for (let cursor: string | undefined; ;) {
      const answer = await askPlatform<FlowPage>(account, '/flows/search', {
        method: 'POST',
        headers: JSON_BODY,
        body: JSON.stringify({ where, limit: 100, cursor }),
      })
      if (answer.is !== 'said') return answer
      found.push(...(answer.value.results ?? []))
      cursor = answer.value.nextCursor
      if (!cursor) return { is: 'said', value: found }
    }
  },

  /** What the platform says of a flow. */
  look: (account: PlatformAccount, flowId: string) =>
    askPlatform<KnownFlow>(account, `/flows/${encodeURIComponent(flowId)}`),

  /** The file of a flow, as it was sent. */
  download: (account: PlatformAccount, flowId: string) =>
    askPlatform(
      account,
      `/flows/${encodeURIComponent(flowId)}?docType=Original`,
      {},
      async (response) => Buffer.from(await response.arrayBuffer())
    ),

  /** Asks to be called for each flow that comes to us; the key that signs the calls is told once. */
  subscribe: (account: PlatformAccount, callbackUrl: string) =>
    askPlatform<{ webhookId: string; signingKey: string }>(account, '/webhooks', {
      method: 'POST',
      headers: JSON_BODY,
      body: JSON.stringify({ callbackUrl }),
    }),

  /** Is called no more. */
  unsubscribe: (account: PlatformAccount, webhookId: string) =>
    askPlatform(
      account,
      `/webhooks/${encodeURIComponent(webhookId)}`,
      { method: 'DELETE' },
      async () => null
    ),
}

function formOf({ name, syntax, trackingId, processingRule, bytes }: OurFlow): FormData {
  const form = new FormData()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const info = { name, flowSyntax: syntax, trackingId, processingRule, sha256 }
  form.set('flowInfo', new Blob([JSON.stringify(info)], { type: 'application/json' }))
  const type = syntax === 'Factur-X' ? 'application/pdf' : 'application/xml'
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
  return form
}
