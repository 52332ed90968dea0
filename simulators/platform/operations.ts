import type { Flow, Flows } from './flows.js'

interface Filters {
  updatedAfter?: string
  updatedBefore?: string
  processingRule?: string[]
  flowType?: string[]
  flowDirection?: string[]
  trackingId?: string
  ackStatus?: string
}

interface Search {
  where?: Filters
  limit?: number
  cursor?: string
}

const MOST = 100

/** `POST /v1/flows/search`: the oldest change first, with an opaque cursor; null for no filter at all. */
export function search(flows: Flows, { where = {}, limit = 25, cursor }: Search): object | null {
  if (Object.keys(where).length === 0) return null
  const after = cursor ? Buffer.from(cursor, 'base64url').toString() : ''
  const keyOf = (flow: Flow) => `${flow.updatedAt} ${flow.flowId}`
  const found = flows.all
    .filter((flow) => isAmong(flow, where) && keyOf(flow) > after)
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const size = Math.min(limit, MOST)
  const results = found.slice(0, size)
  return {
    limit: size,
    filters: where,
    results,
    ...(found.length > size && {
      nextCursor: Buffer.from(keyOf(results.at(-1)!)).toString('base64url'),
    }),
  }
}

const isAmong = (flow: Flow, where: Filters): boolean =>
  (!where.updatedAfter || flow.updatedAt > where.updatedAfter) &&
  (!where.updatedBefore || flow.updatedAt < where.updatedBefore) &&
  (!where.processingRule || where.processingRule.includes(flow.processingRule)) &&
  (!where.flowType || where.flowType.includes(flow.flowType)) &&
  (!where.flowDirection || where.flowDirection.includes(flow.flowDirection)) &&
  (!where.trackingId || where.trackingId === flow.trackingId) &&
  (!where.ackStatus || where.ackStatus === flow.acknowledgement.status)

/** The parts of `POST /v1/flows`; null for a form that is not what it should be. */
export async function partsOf(
  body: Buffer,
  type: string
): Promise<{ info: any; bytes: Buffer } | null> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
    const [info, file] = [form.get('flowInfo'), form.get('file')]
    if (info === null || !(file instanceof Blob)) return null
    const said = JSON.parse(typeof info === 'string' ? info : await info.text())
    if (typeof said.name !== 'string' || typeof said.flowSyntax !== 'string') return null
    return { info: said, bytes: Buffer.from(await file.arrayBuffer()) }
  } catch {
    return null
  }
}
