import { documents } from '#kernel/documents'
import { textOutcomes } from '#web/search'
import { isInXml } from '../budget.js'
import type Acte from '../models/acte.js'
import ClassificationVersion from '../models/classification_version.js'
import Answer from '../models/answer.js'
import Transmission from '../models/transmission.js'
import { typesPJOf, type Classification } from '../rules/classification.js'

/** The files of an acte that somebody may open, each with the role it plays. */
export async function filesOf(acte: Acte, here: string) {
  const transmission = await Transmission.latestOf(acte.id, '1-1')
  const receipt = await Answer.receiptOf(acte.id)
  const annexes = await acte.annexes()
  const inXml = await isInXml(acte)
  const types = await typeNames(acte)
  const wanted: [string | null | undefined, string][] = [
    [acte.stampedDocumentId, 'Exemplaire tamponné'],
    [acte.redactedDocumentId, 'Copie expurgée, lue par tous'],
    [acte.signedDocumentId, inXml ? 'Édition signée' : 'Acte signé'],
    [inXml ? acte.documentId : null, 'Budget en XML'],
    [acte.signedDocumentId || inXml ? null : acte.documentId, 'Document de l’acte'],
    ...annexes.map(({ documentId, position, typePj }): [string, string] => [
      documentId,
      `Annexe ${position}, ${types.get(typePj) ?? (typePj || 'type à choisir')}`,
    ]),
    [receipt?.documentId, 'Accusé de réception de la préfecture'],
    [transmission?.archiveDocumentId, 'Archive transmise'],
  ]
  const ids = wanted.flatMap(([id]) => id ?? [])
  const found = new Map((await documents.findMany(ids)).map((file) => [file.id, file]))
  const texts = await textOutcomes([...found.values()].map(({ sha256 }) => sha256))
  return wanted.flatMap(([id, role]) => {
    const file = id ? found.get(id) : undefined
    if (!file) return []
    const facts = [role, texts.get(file.sha256)].filter((fact) => fact !== undefined)
    return [{ ...file, role, facts, href: `${here}/documents/${file.id}` }]
  })
}

/** How the prefecture calls each type of document of this nature, by its code. */
async function typeNames({ natureCode }: Acte): Promise<Map<string, string>> {
  const version = await ClassificationVersion.latest()
  if (!version || !natureCode) return new Map()
  const types = typesPJOf(version.content as Classification, natureCode)
  return new Map(types.map(({ code, label }) => [code, `${label} (${code})`]))
}
