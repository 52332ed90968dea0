import type { OwnWords } from '../import/source.js'
import type { Description } from '../nodes/node.js'
import { saidByName } from '../rules/said_by_name.js'
import DocumentType from '../types/document_type.js'

/** What a file says of itself: a message by its head, any other by its name. */
export async function saidOf(name: string, own?: OwnWords): Promise<Partial<Description>> {
  const types = await DocumentType.query()
  const byName = saidByName(name, types)
  const code = own?.type ?? byName.type
  return {
    typeId: types.find((type) => type.code === code)?.id ?? null,
    date: own?.date ?? byName.date,
    ...(own?.title && { title: own.title }),
    ...(own?.fields && { fields: own.fields }),
  }
}
