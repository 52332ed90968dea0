import { GENESIS, hashEntry, troubleOfOrder, type JournalEntry } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'
import { inOrder } from './batches.js'
import { trust } from '#config/trust'
import { sealsIn } from '#lib/proof/seals_folder'
import { entryOf, type EntryRow } from '#lib/proof/entry_row'
import { memberKeys } from './member_keys.js'
import { forgottenBySeals } from './unsealed.js'
import { SealChain, type Covered, type Means, type SealRow } from './verify_seals.js'

export interface JournalVerdict {
  entries: number
  seals: number
  /** What does not hold, in French; empty when the journal is sound. */
  problems: string[]
}

/**
 * Recomputes the whole journal of the tenant in context: its entries and their chain up to the head,
 * its seals, and their tokens, which alone we could not make again after the fact; and its times,
 * which whoever holds the base could have written with all their hashes.
 */
export async function verifyJournal(means: Means): Promise<JournalVerdict> {
  const problems: string[] = []
  const head = await headOfJournal()
  const aside = trust.sealsFolder ? await sealsIn(trust.sealsFolder, tenancy.tenantId()) : null
  const seals = new SealChain({ aside, memberKeys: await memberKeys(), ...means }, problems)
  const waiting = inOrder<SealRow>('kernel.journal_seals', 'number', 200)
  const nextSeal = async () => (await waiting.next()).value as SealRow | undefined
  let seal = await nextSeal()
  let covered: Covered[] = []
  let before: JournalEntry | null = null
  let [entries, expected, previous] = [0, 1, GENESIS]
  let atHead: string | null = GENESIS
  const close = async () => {
    await seals.follow(seal!, covered)
    covered = []
    seal = await nextSeal()
  }

  for await (const row of inOrder<EntryRow>('kernel.journal_entries', 'position', 5000)) {
    const entry = entryOf(row)
    while (seal && Number(seal.last_position) < entry.position) await close()
    if (entry.position !== expected) problems.push(gap(expected, entry.position))
    if (row.prev_hash !== previous)
      problems.push(`L’entrée ${entry.position} ne suit pas la précédente.`)
    if (hashEntry(entry, row.prev_hash) !== row.hash)
      problems.push(`L’entrée ${entry.position} a été modifiée.`)
    const backwards = before && troubleOfOrder(entry, before, seal?.statement)
    if (backwards) problems.push(backwards)
    if (seal) covered.push({ position: entry.position, at: entry.at, hash: row.hash })
    if (entry.position === head.position) atHead = row.hash
    ;[entries, expected, previous] = [entries + 1, entry.position + 1, row.hash]
    before = entry
    if (seal && Number(seal.last_position) === entry.position) await close()
  }
  while (seal) await close()
  if (expected <= head.position) problems.push(gap(expected, head.position + 1))
  else if (atHead !== head.hash)
    problems.push('La fin du journal n’est plus celle qui y fut écrite.')
  const lost = [...(aside?.keys() ?? [])].filter((number) => number > seals.count)
  if (lost.length > 0) {
    problems.push(`Le scellement ${Math.max(...lost)}, déposé ailleurs, n’est plus ici.`)
  }
  problems.push(...(await forgottenBySeals()))
  return { entries, seals: seals.count, problems }
}

/** Read first: what is written while we read comes after it. */
async function headOfJournal(): Promise<{ position: number; hash: string }> {
  const row = await tenancy
    .trx()
    .from('kernel.journal_heads')
    .where('tenant_id', tenancy.tenantId())
    .first()
  return { position: Number(row?.position ?? 0), hash: row?.hash ?? GENESIS }
}

function gap(from: number, to: number): string {
  return to - from === 1
    ? `Il manque l’entrée ${from}.`
    : `Il manque les entrées ${from} à ${to - 1}.`
}
