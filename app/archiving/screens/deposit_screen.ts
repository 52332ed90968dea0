import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import ArchiveHold from '../models/archive_hold.js'
import type Deposit from '../models/deposit.js'
import DepositDocument from '../models/deposit_document.js'
import { nextStepOf, ROLE_WORDS, STATE_WORDS } from './deposit_words.js'
import { accessWords, appraisalWords, holdWords } from '../rules/rule_words.js'
import { checksOf, checkWords } from './checks_screen.js'
import { timelineOf } from './timeline_screen.js'

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
      ...appraisalWords(description.appraisal),
      accessWords(description.access, clock.today().toString()),
    ],
    holds: holds.map((hold) => ({ id: hold.id, words: holdWords(heldBy(hold)) })),
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

async function filesOf(deposit: Deposit, base: string) {
  const rows = await DepositDocument.of(deposit.id)
  const audits: { document_id: string; sha256: string; audit_outcome: string | null }[] =
    await tenancy
      .trx()
      .from('archiving.archived_objects')
      .where({ tenant_id: tenancy.tenantId(), deposit_id: deposit.id })
  const files = []
  for (const { documentId, title, fileName, role } of rows) {
    const { size, sha256, scan } = await documents.find(documentId)
    const outcome = audits.find((audit) => audit.sha256 === sha256)?.audit_outcome
    const facts = [ROLE_WORDS[role], fileName, outcome && OUTCOME_WORDS[outcome]].filter(Boolean)
    files.push({
      name: title,
      kind: endingOf(fileName),
      href: `${base}/fichiers/${documentId}`,
      size,
      sha256,
      scan,
      facts,
    })
  }
  return files
}

const OUTCOME_WORDS: Record<string, string> = {
  intact: 'Intact à la dernière relecture',
  altered: 'Altéré : à restaurer depuis une copie',
  missing: 'Introuvable : à restaurer depuis une copie',
}

async function messagesOf(deposit: Deposit, base: string) {
  const named: [string | null, string][] = [
    [deposit.sipDocumentId, 'Paquet versé (SIP)'],
    [deposit.acknowledgementDocumentId, 'Accusé de réception de l’archive'],
    [deposit.receiptDocumentId, 'Réponse de l’archive (ArchiveTransferReply)'],
  ]
  const present = named.filter((one): one is [string, string] => one[0] !== null)
  const kept = await documents.findMany(present.map(([id]) => id))
  return kept.map(({ id, name, size, sha256 }, i) => ({
    name: present[i][1],
    kind: endingOf(name),
    href: `${base}/fichiers/${id}`,
    size,
    sha256,
    facts: [name],
  }))
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

function endingOf(name: string): string {
  return name.split('.').at(-1)!.slice(0, 4).toUpperCase()
}
