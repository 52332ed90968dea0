import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { textOutcomes } from '#web/search'
import type Deposit from '../models/deposit.js'
import DepositDocument from '../models/deposit_document.js'
import { ROLE_WORDS } from './deposit_words.js'

/** The files that were deposited, with what the last audit said of each. */
export async function filesOf(deposit: Deposit, base: string) {
  const rows = await DepositDocument.of(deposit.id)
  const audits: { document_id: string; sha256: string; audit_outcome: string | null }[] =
    await tenancy
      .trx()
      .from('archiving.archived_objects')
      .where({ tenant_id: tenancy.tenantId(), deposit_id: deposit.id })
  const kept = await documents.findMany(rows.map(({ documentId }) => documentId))
  const known = new Map(kept.map((file) => [file.id, file]))
  const texts = await textOutcomes(kept.map(({ sha256 }) => sha256))
  const files = []
  for (const { documentId, title, fileName, role } of rows) {
    const { size, sha256, scan } = known.get(documentId)!
    const outcome = audits.find((audit) => audit.sha256 === sha256)?.audit_outcome
    const audit = outcome && OUTCOME_WORDS[outcome]
    const facts = [ROLE_WORDS[role], fileName, audit, texts.get(sha256)].filter(Boolean)
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

/** What went to the archive and what it answered. */
export async function messagesOf(deposit: Deposit, base: string) {
  const named: [string | null, string][] = [
    [deposit.sipDocumentId, 'Paquet versé'],
    [deposit.acknowledgementDocumentId, 'Accusé de réception de l’archive'],
    [deposit.receiptDocumentId, 'Réponse de l’archive'],
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

function endingOf(name: string): string {
  return name.split('.').at(-1)!.slice(0, 4).toUpperCase()
}
