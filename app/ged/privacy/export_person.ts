import type { Actor } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { Readable } from 'node:stream'
import { frenchCsv } from '#lib/sheets/csv'
import { entryName } from '#lib/zip/entry_name'
import type { ZippedFile } from '#lib/zip/zip'
import Version from '../nodes/version.js'
import DocumentType from '../types/document_type.js'
import { PersonExportTooLarge } from './errors.js'
import { foundOfPerson } from './found_of_person.js'
import type { FoundOfPerson } from './person_found.js'
import type { PersonReach } from './person_reach.js'
import type PersonSearch from './person_search.js'

const MOST_DOCUMENTS = 1000
const MOST_BYTES = 1_000_000_000

const COLUMNS =
  'fichier titre chemin type date nommée_par commentaires version corbeille octets sha256'.split(
    ' '
  )

/**
 * All that is found of a person, as it is kept, behind `liste.csv` that says where each document
 * stands and how it names her (RGPD, art. 15 and 20). @throws E_GED_PERSON_EXPORT_LARGE
 */
export async function exportPerson(
  search: PersonSearch,
  reach: PersonReach,
  by: Actor
): Promise<ZippedFile[]> {
  const found = await allOf(search, reach)
  const versions = await Version.lastOfEach(found.map(({ node }) => node.id))
  // The last version of each, and before it those that name her
  const kept = found.flatMap((one) =>
    [versions.get(one.node.id)!, ...one.older].map((version) => ({ one, version }))
  )
  const bytes = kept.reduce((sum, { version }) => sum + Number(version.size), 0)
  if (bytes > MOST_BYTES) throw new PersonExportTooLarge(MOST_DOCUMENTS)
  const opened = await documents.openable(kept.map(({ version }) => version.documentId))
  const files = opened.map(({ size, open }, rank) => ({
    ...{ path: pathIn(rank, kept[rank].one), size, open },
  }))
  const types = new Map((await DocumentType.query()).map(({ id, label }) => [id, label]))
  const rows = kept.map(({ one, version }, rank) => [
    files[rank].path,
    ...told(one, types),
    ...[version.label, one.node.deletedAt ? 'oui' : 'non', ...sums(version)],
  ])
  const list = Buffer.from(frenchCsv({ name: 'liste', columns: COLUMNS, rows }))
  const data = { reference: search.reference, documents: found.length }
  await journal.append({ type: 'ged.person_exported', subject: search.ref, actor: by, data })
  const open = async () => Readable.from([list])
  return [{ path: 'liste.csv', size: list.length, open }, ...files]
}

async function allOf(search: PersonSearch, reach: PersonReach): Promise<FoundOfPerson[]> {
  const all: FoundOfPerson[] = []
  let after: string | null = null
  do {
    const { found, next } = await foundOfPerson(search, reach, after)
    all.push(...found)
    if (all.length > MOST_DOCUMENTS) throw new PersonExportTooLarge(MOST_DOCUMENTS)
    after = next
  } while (after)
  return all
}

const pathIn = (rank: number, { node }: FoundOfPerson) =>
  `documents/${numbered(rank)} ${entryName(node.name)}`

/** Two documents of one name stand side by side. */
const numbered = (rank: number) => String(rank + 1).padStart(4, '0')

const told = (
  { node, space, path, named, comments }: FoundOfPerson,
  types: Map<string, string>
) => [
  ...[node.title, `${space}/${path}`, (node.typeId && types.get(node.typeId)) ?? ''],
  ...[node.documentDate?.toISODate() ?? '', named.join(', '), comments.join(' | ')],
]

const sums = ({ size, digest }: Version) => [Number(size), digest]
