import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { day } from '#web/dates'
import ArchiveHold from '../models/archive_hold.js'
import type Deposit from '../models/deposit.js'
import { nextStepOf, STATE_WORDS } from './deposit_words.js'
import { accessWords, appraisalWords, holdWords } from '../rules/rule_words.js'
import { checksOf, checkWords } from './checks_screen.js'
import { timelineOf } from './timeline_screen.js'
import { filesOf, messagesOf } from './deposit_files_screen.js'

/** All that the page of a deposit shows; `base` is its own address. */
export async function depositScreen(deposit: Deposit, base: string) {
  const { description, state } = deposit
  const holds = await ArchiveHold.standing(deposit.id)
  const next = nextStepOf({
    state,
    trouble: deposit.trouble,
    hasProof: deposit.proofDocumentId !== null,
    external: deposit.destination === 'asalae',
  })
  return {
    base,
    deposit,
    next,
    state: STATE_WORDS[state],
    facts: factsOf(deposit),
    rules: [
      ...appraisalWords(description.appraisal, day),
      accessWords(description.access, clock.today().toString(), day),
    ],
    holds: holds.map((hold) => ({ id: hold.id, words: holdWords(heldBy(hold), day) })),
    files: await filesOf(deposit, base),
    messages: await messagesOf(deposit, base),
    checks: checksOf(deposit.checks),
    checkWords: checkWords(deposit.checks),
    audit: await auditOf(deposit.id),
    timeline: await timelineOf(deposit),
  }
}

function factsOf(deposit: Deposit) {
  const { description } = deposit
  return [
    { name: 'Référence', value: description.reference, mono: true },
    { name: 'Cote dans l’archive', value: deposit.archiveIdentifier, mono: true },
    { name: 'Versement', value: deposit.messageIdentifier, mono: true },
    { name: 'Accord de versement', value: deposit.agreement },
    {
      name: 'Archive',
      value: deposit.destination === 'asalae' ? 'as@lae' : 'Archive de la plateforme',
    },
  ]
}

function heldBy({ owner, reason, endsOn }: ArchiveHold) {
  return { owner, reason, endsOn: endsOn?.toISODate() ?? undefined }
}

async function auditOf(depositId: string) {
  const [row] = await tenancy
    .trx()
    .from('archiving.archived_objects')
    .where({ tenant_id: tenancy.tenantId(), deposit_id: depositId })
    .select(tenancy.trx().raw('max(audited_at) as at'))
    .select(tenancy.trx().raw(`count(*) filter (where audit_outcome <> 'intact')::int as lost`))
  return { at: row.at as Date | null, lost: row.lost as number }
}
