import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { uuidv7 } from '#lib/values'
import { drawnPdf, SENTENCE } from '#tests/lib/pdf/drawn_pdf'
import { addVersion, fileDocument } from '#app/ged/nodes/file_document'
import Node, { type Place } from '#app/ged/nodes/node'
import { freeName } from '#app/ged/nodes/naming'
import { rootOf } from '#app/ged/spaces/root_of'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { stemOf } from '#app/ged/rules/names'

const rootHere = async () => rootOf((await commonSpace()).id)

/** A folder of the common space of the tenant in context. */
export async function aFolder(name: string): Promise<Node> {
  const place = await rootHere()
  return Node.openFolder(place, await freeName(place, name), SYSTEM)
}

/** A document of it, or of one of its folders. */
export const aDocument = async (given: string, folder?: Node): Promise<Node> =>
  aDocumentAt(folder ? folder.within : await rootHere(), given)

/** A document at a place of the tenant in context. */
export async function aDocumentAt(place: Place, given: string): Promise<Node> {
  const name = await freeName(place, given)
  const file = await documents.store(Buffer.from(`texte ${uuidv7()}`), { name })
  const nothing = { typeId: null, fields: {}, date: null, rule: null, finalAction: null }
  const told = { title: stemOf(name), ...nothing, retentionFrom: null }
  return fileDocument(place, { name, told, file, by: SYSTEM })
}

/** A PDF of a page, which says « Nomination de Mme Kerdoncuff au grade ». */
export async function aPdf(name: string, folder?: Node): Promise<Node> {
  const document = await aDocument(name, folder)
  const file = await documents.store(drawnPdf(SENTENCE), { name })
  await addVersion(document.id, file, { by: SYSTEM })
  return document
}
