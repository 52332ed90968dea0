import { documents } from '#kernel/documents'
import type Annexe from './models/annexe.js'
import { budgetXmlProblemApart } from './read_xml_apart.js'
import type { ActeProblem } from './rules/check_acte.js'
import { isXml, PDF } from './rules/documents.js'

/** What of an acte says which files it sends. */
interface WithPieces {
  natureCode: number | null
  documentId: string | null
  signedDocumentId: string | null
  typePj: string
  annexes(): Promise<Annexe[]>
}

/**
 * A budget in XML carries no signature of its own: its PDF edition, the first annexe, is what is
 * signed and stamped; the XML is the main document that the ministry wants (nature 5, matière 7.1).
 */
export async function editionOf(acte: WithPieces): Promise<Annexe | null> {
  if (!(await isInXml(acte))) return null
  const annexes = await acte.annexes()
  const files = await documents.findMany(annexes.map(({ documentId }) => documentId))
  const pdfs = new Set(files.filter(({ mediaType }) => mediaType === PDF).map(({ id }) => id))
  return annexes.find(({ documentId }) => pdfs.has(documentId)) ?? null
}

export async function isInXml({ documentId }: WithPieces): Promise<boolean> {
  if (!documentId) return false
  return isXml((await documents.find(documentId)).mediaType)
}

/** What the ministry would refuse of a budget in XML, beside what it refuses of any acte. */
export async function budgetProblems(acte: WithPieces): Promise<ActeProblem[]> {
  if (acte.natureCode !== 5 || !(await isInXml(acte))) return []
  const problems: ActeProblem[] = []
  const problem = await budgetXmlProblemApart(await documents.read(acte.documentId!))
  if (problem) problems.push({ field: 'document', message: problem })
  if (!(await editionOf(acte))) {
    const message =
      'Joignez l’édition du budget en PDF, en annexe : c’est elle qui se signe, et le fichier XML part avec elle.'
    problems.push({ field: 'annexes', message })
  }
  return problems
}

/** The files of an acte as they go to the prefecture: the signed PDF takes the place of its draft. */
export async function piecesOf(acte: WithPieces) {
  const annexes = await acte.annexes()
  const edition = await editionOf(acte)
  const signed = acte.signedDocumentId
  const main = edition ? acte.documentId! : (signed ?? acte.documentId!)
  return [
    { documentId: main, typePj: acte.typePj },
    ...annexes.map(({ id, documentId, typePj }) => ({
      documentId: id === edition?.id ? (signed ?? documentId) : documentId,
      typePj,
    })),
  ]
}
