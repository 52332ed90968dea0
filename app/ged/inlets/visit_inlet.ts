import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { DomainError } from '#lib/errors'
import Inlet from './inlet.js'
import { openInlet } from './inlet_source.js'
import { takeArrival } from './take_arrival.js'
import { MOST_IN_A_VISIT } from './waiting.js'

/** What one visit came to. */
export interface Visited {
  taken: number
  refused: number
  trouble: string | null
}

const OUR_FAULT = 'Une panne de notre côté : le passage suivant réessaie.'

/**
 * Takes what waits at an inlet, the oldest first; what comes once is filed once, whoever visits and
 * wherever it is killed. What prevents it is told on its page. Outside any transaction.
 */
export async function visitInlet(tenantId: string, inletId: string): Promise<Visited> {
  const visited: Visited = { taken: 0, refused: 0, trouble: null }
  try {
    await takeAll(tenantId, inletId, visited)
  } catch (error) {
    visited.trouble = error instanceof DomainError ? error.message : OUR_FAULT
    if (!(error instanceof DomainError)) throw error
  } finally {
    await tenancy.run(tenantId, () => Inlet.visited(inletId, visited.trouble))
  }
  return visited
}

async function takeAll(tenantId: string, inletId: string, visited: Visited): Promise<void> {
  const inlet = await tenancy.run(tenantId, () => Inlet.get(inletId))
  const source = await openInlet((await tenants.byId(tenantId))!, inlet)
  try {
    for await (const waiting of source.waiting()) {
      const outcome = await takeArrival(tenantId, inlet, waiting)
      if (outcome === 'taken') await waiting.settle()
      visited[outcome]++
      if (visited.taken >= MOST_IN_A_VISIT) return
    }
  } finally {
    await source.close()
  }
}
