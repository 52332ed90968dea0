import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Acte from './models/acte.js'
import { toDay } from './models/days.js'
import { publicActes } from './models/public_actes.js'
import type { ActeState } from './rules/lifecycle.js'
import { ACTE_STATE_WORDS } from './rules/state_words.js'

/** What may be said of an acte outside of its room. */
export interface ActeSummary {
  id: string
  title: string
  objet: string
  state: ActeState
  stateLabel: string
  identifier: string | null
  receivedOn: string | null
  publishedOn: string | null
  url: string
  /** Null while it is not on the public register. */
  publicUrl: string | null
}

/** An acte of the tenant in context, or null. */
export async function acteSummary(id: string): Promise<ActeSummary | null> {
  const acte = await Acte.find(id)
  return acte && summarize(acte)
}

/**
 * The acte of which these bytes are what everybody reads, or null: a
 * verification page can say that a file is exactly what the collectivite published.
 */
export async function acteOfDocument(
  sha256: string
): Promise<(ActeSummary & { rendition: Rendition }) | null> {
  const copies = tenancy
    .trx()
    .from('kernel.documents')
    .where({ tenant_id: tenancy.tenantId(), sha256 })
    .select('id')
  const ids = (await copies).map(({ id }) => id)
  const acte = await publicActes()
    .where((either) => {
      for (const column of COLUMNS) either.orWhereIn(column, ids)
    })
    .first()
  const rendition = acte && renditionAmong(acte, ids)
  return rendition ? { ...(await summarize(acte)), rendition } : null
}

type Rendition = 'signed' | 'stamped' | 'redacted'
const COLUMNS = ['stampedDocumentId', 'signedDocumentId', 'redactedDocumentId'] as const

/** Which of the public files of an acte is among these documents, or null. */
function renditionAmong(acte: Acte, ids: string[]): Rendition | null {
  const holds = (id: string | null) => id !== null && ids.includes(id)
  if (acte.publicForm === 'redacted') return holds(acte.redactedDocumentId) ? 'redacted' : null
  if (holds(acte.stampedDocumentId)) return 'stamped'
  return holds(acte.signedDocumentId) ? 'signed' : null
}

async function summarize(acte: Acte): Promise<ActeSummary> {
  const { slug } = await tenants.current()
  return {
    id: acte.id,
    title: acte.title,
    objet: acte.objet,
    state: acte.state,
    stateLabel: ACTE_STATE_WORDS[acte.state].label,
    identifier: acte.identifier,
    receivedOn: toDay(acte.receivedOn)?.toString() ?? null,
    publishedOn: toDay(acte.publishedOn)?.toString() ?? null,
    url: `/c/${slug}/actes/${acte.id}`,
    publicUrl: acte.publicForm !== 'none' ? `/p/${slug}/actes/${acte.id}` : null,
  }
}
