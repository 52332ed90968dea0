import { documents } from '#kernel/documents'
import { entryName } from '#lib/zip/entry_name'
import type { ZippedFile } from '#lib/zip/zip'
import Acte from './models/acte.js'
import { filesOf } from './screens/acte_files_screen.js'

/** All the files of these actes as their pages show them, a directory an acte, in the order they came. */
export async function zippedActes(ids: string[]): Promise<ZippedFile[]> {
  const actes = await Acte.query().whereIn('id', ids).orderBy('id')
  const wanted: { id: string; path: string }[] = []
  for (const [index, acte] of actes.entries()) {
    const place = `${index + 1} - ${entryName(acte.title)}`
    const files = await filesOf(acte, '')
    for (const [position, { id, name }] of files.entries())
      wanted.push({ id, path: `${place}/${position + 1} - ${entryName(name)}` })
  }
  const opened = await documents.openable(wanted.map(({ id }) => id))
  return opened.map(({ size, open }, index) => ({ path: wanted[index].path, size, open }))
}
