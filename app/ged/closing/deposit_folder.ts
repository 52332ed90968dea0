import type { Actor } from '#kernel/actor'
import { deposit, type DepositedDocument } from '#rooms/archiving'
import type Node from '../nodes/node.js'
import { pathOf, waysTo } from '../nodes/paths.js'
import type { FinalAction } from '../rules/retention.js'
import type { Closed } from './contents.js'

/** What becomes of the folder in the archives. */
export interface DepositTerms {
  /** xsd:duration */
  rule: string
  finalAction: FinalAction
  accessCode: string
}

/** What archives read of a title. */
const MOST_SIGNS = 500

/** Hands the documents of a folder over to the archives, the same bytes with what is said of them. */
export async function depositFolder(
  folder: Node,
  contents: Closed[],
  terms: DepositTerms & { from: string; by: Actor }
): Promise<string> {
  const { rule, finalAction, accessCode, from, by } = terms
  const path = pathOf((await waysTo([folder.id])).get(folder.id)!).slice(0, MOST_SIGNS)
  const types = [...new Set(contents.flatMap(({ type }) => type?.label ?? []))]
  const [first = from] = contents.flatMap(({ node }) => node.documentDate?.toISODate() ?? []).sort()
  const { depositId } = await deposit({
    origin: { capability: 'ged', id: folder.id },
    profile: 'documents',
    title: folder.name.slice(0, MOST_SIGNS),
    reference: path,
    filePlanPosition: path,
    documentType: types.length === 1 ? types[0] : undefined,
    keywords: types.map((content) => ({ content, type: 'genreform' as const })),
    startDate: first < from ? first : from,
    endDate: from,
    // What is to be sorted is destroyed by nobody before it is (SEDA: no such final action)
    appraisal: {
      rule,
      startDate: from,
      finalAction: finalAction === 'destroy' ? 'Destroy' : 'Keep',
    },
    access: { rule: accessCode, startDate: from },
    proofSubjects: [folder.ref, ...contents.map(({ node }) => node.ref)],
    documents: contents.map(depositedOf),
    by,
  })
  return depositId
}

const depositedOf = ({ node, version }: Closed): DepositedDocument => ({
  documentId: version.documentId,
  role: 'other',
  title: node.title.slice(0, MOST_SIGNS),
  fileName: node.name,
  transactedDate: node.documentDate?.toISODate() ?? undefined,
})
