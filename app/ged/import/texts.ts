import { tenancy } from '#kernel/tenancy'
import { outcomesOf, readNow, type Outcome } from '#web/search'
import type { ImportReport } from './report.js'

const AT_ONCE = 500

/**
 * What is known of the texts of some documents, told by their digest and how many have it.
 * `wait`: those that were not read yet are read here and now, whether the platform runs or not.
 */
export async function countTexts(
  tenantId: string,
  kept: Map<string, number>,
  { wait }: { wait: boolean }
): Promise<ImportReport['texts']> {
  const texts = { layer: 0, ocr: 0, none: 0, failed: 0 }
  const digests = [...kept.keys()]
  for (let at = 0; at < digests.length; at += AT_ONCE) {
    const some = digests.slice(at, at + AT_ONCE)
    if (wait) await readEach(tenantId, some)
    const outcomes = await tenancy.run(tenantId, () => outcomesOf(some))
    for (const sha256 of some) {
      const place = outcomes.has(sha256) ? PLACE[String(outcomes.get(sha256))] : 'none'
      if (place) texts[place] += kept.get(sha256)!
    }
  }
  return texts
}

/** Nothing of what still waits for its reading: it is in none of them yet. */
const PLACE: Record<string, keyof ImportReport['texts'] | undefined> = {
  found: 'layer',
  recognised: 'ocr',
  none: 'none',
  failed: 'failed',
} satisfies Partial<Record<NonNullable<Outcome>, keyof ImportReport['texts']>>

async function readEach(tenantId: string, digests: string[]): Promise<void> {
  const outcomes = await tenancy.run(tenantId, () => outcomesOf(digests))
  for (const [sha256, outcome] of outcomes) {
    // One that fails on our side stays to be read by its job, which tries again
    if (outcome === null) await readNow(tenantId, sha256).catch(() => undefined)
  }
}
