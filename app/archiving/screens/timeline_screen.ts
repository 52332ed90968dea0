import type { Meaning } from '#lib/meaning'
import { journal } from '#kernel/journal'
import type { JournalEntry } from '#lib/proof'
import { people } from '#kernel/people'
import { tenancy } from '#kernel/tenancy'
import type Deposit from '../models/deposit.js'
import type { DepositEvent } from '../models/deposit_lifecycle.js'
import { EVENT_WORDS } from './deposit_words.js'

/** The history of a deposit as the part `timeline` shows it, newest first: its journal, in words. */
export async function timelineOf(deposit: Deposit) {
  const entries = await journal.entriesOf(deposit.ref)
  const names = await people.names(entries.flatMap(({ actor }) => actor.id ?? []))
  const reasons = await reasonsOf(deposit.id)
  return entries
    .map((entry) => {
      const { what, meaning } = wordsOf(entry)
      const by = entry.actor.id ? names.get(entry.actor.id) : ACTOR_WORDS[entry.actor.kind]
      const note = isTransition(entry) ? (reasons.shift() ?? undefined) : undefined
      return { what, meaning, at: entry.at, by, note }
    })
    .reverse()
}

const ACTOR_WORDS: Record<string, string> = { system: 'la plateforme', outside: 'l’archive' }

const OTHER_WORDS: Record<string, { what: string; meaning?: Meaning }> = {
  'archiving.deposit_prepared': { what: 'Versement demandé' },
  'archiving.deposit_held': { what: 'Dossier gelé', meaning: 'waiting' },
  'archiving.deposit_released': { what: 'Gel levé', meaning: 'done' },
}

function wordsOf({ type, data }: JournalEntry): { what: string; meaning?: Meaning } {
  if (type === 'archiving.deposit_audited') {
    const lost = (data.lost as string[]).length
    return lost === 0
      ? { what: 'Fichiers relus : tous intacts', meaning: 'done' }
      : { what: `Fichiers relus : ${lost} à restaurer`, meaning: 'trouble' }
  }
  const event = type.replace('archiving.deposit_', '') as DepositEvent
  return EVENT_WORDS[event] ?? OTHER_WORDS[type] ?? { what: type }
}

function isTransition({ type }: JournalEntry): boolean {
  return type.replace('archiving.deposit_', '') in EVENT_WORDS
}

/** Reasons are kept beside the transitions, in their order: the journal holds no words of people. */
async function reasonsOf(depositId: string): Promise<(string | null)[]> {
  const rows: { reason: string | null }[] = await tenancy
    .trx()
    .from('archiving.deposit_transitions')
    .where({ tenant_id: tenancy.tenantId(), deposit_id: depositId })
    .orderBy('id')
  return rows.map(({ reason }) => reason)
}
