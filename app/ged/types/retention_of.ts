import type Node from '../nodes/node.js'
import { endOfRetention } from '../rules/retention_end.js'
import type { FinalAction } from '../rules/retention.js'
import type DocumentType from './document_type.js'

/** What becomes of a document, and when: what is said of it, else of those of its type. */
export interface Retention {
  rule: string | null
  finalAction: FinalAction | null
  accessCode: string | null
  /** AAAA-MM-JJ; declared, never deduced from a file. */
  from: string | null
  /** Null while nothing begins it. */
  until: string | null
}

export function retentionOf(
  node: Pick<Node, 'retentionRule' | 'finalAction' | 'retentionFrom'>,
  type: Pick<DocumentType, 'retentionRule' | 'finalAction' | 'accessCode'> | null
): Retention {
  const rule = node.retentionRule ?? type?.retentionRule ?? null
  const from = node.retentionFrom?.toISODate() ?? null
  return {
    ...{ rule, from, until: endOfRetention(from, rule) },
    finalAction: node.finalAction ?? type?.finalAction ?? null,
    accessCode: type?.accessCode ?? null,
  }
}
