import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { factsIn } from '#lib/einvoice/packs/facts'
import { homeOfPacks } from '../reading/judge_received.js'

/** A pack that the operator imported. */
export interface KnownPack {
  version: string
  /** The first day on which it applies, `2027-01-01`. */
  from: string
  asserts: number
  isComing: boolean
}

/** Every pack that was imported, the newest first. */
export function knownPacks(today = clock.today()): KnownPack[] {
  return factsIn(homeOfPacks()).map(({ facts }) => ({
    version: facts.version,
    from: facts.from,
    asserts: Object.values(facts.sheets).reduce((sum, { asserts }) => sum + asserts, 0),
    isComing: facts.from > today.toString(),
  }))
}

/** What a coming pack would change, all members together. */
export interface Foreseen {
  judged: number
  /** How many change of verdict; `changed` names the first of them. */
  changing: number
  changed: { member: string; number: string; now: string; then: string; rules: string[] }[]
}

/** Invoices that are named of a pack, of those that are counted. */
const MOST_SHOWN = 50

/** What was judged so far by a pack that does not apply yet. */
export async function foreseen(version: string, names: Map<string, string>): Promise<Foreseen> {
  const rows = () => systemDb().from('invoicing.coming_verdicts').where('pack', version)
  const [{ count }] = await rows().count('* as count')
  const changing = () => rows().whereColumn('verdict_now', '<>', 'verdict_then')
  const [{ count: total }] = await changing().count('* as count')
  const changed = await changing().orderBy('judged_at').orderBy('id').limit(MOST_SHOWN)
  return {
    judged: Number(count),
    changing: Number(total),
    changed: changed.map((row) => ({
      member: names.get(row.tenant_id) ?? '',
      number: row.number,
      now: row.verdict_now,
      then: row.verdict_then,
      rules: row.rules,
    })),
  }
}
