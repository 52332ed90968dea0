import { keptTexts } from '#web/search'
import type Node from '../nodes/node.js'
import Version from '../nodes/version.js'
import type { NoteArea } from '../rules/note_place.js'
import { PDF } from '../redaction/redact_document.js'
import { NoteOffPage, NoteOnNoPage } from './errors.js'
import type { CommentAsked } from './read_comment.js'

/** As many as are read of a document: with less, they are all there. */
const PAGES_READ = 300

/** Where a comment is kept; all null for one of the whole document. */
export interface KeptPlace {
  versionId: string | null
  page: number | null
  area: NoteArea | null
}

const NOWHERE: KeptPlace = { versionId: null, page: null, area: null }

/** The page of a version where a comment is laid. @throws E_GED_NOTE_NO_PAGE, E_GED_NOTE_PAGE at the field */
export async function placeOfNote({ id }: Node, asked: CommentAsked['place']): Promise<KeptPlace> {
  if (!asked) return NOWHERE
  const { page, area = null } = asked
  const versions = await Version.of(id)
  const seen = asked.version
  const version = seen ? versions.find(({ label }) => label === seen) : versions[0]
  if (version?.mediaType !== PDF) throw new NoteOnNoPage().at('place')
  const pages = (await keptTexts([version.digest])).get(version.digest)
  // Of a scan we do not know how many pages it has, and of a long document no more
  if (pages && pages.length < PAGES_READ && page > pages.length) {
    throw new NoteOffPage(pages.length).at('place')
  }
  // As the base keeps what it does not cut into columns
  return { versionId: version.id, page, area: area && (JSON.stringify(area) as never) }
}
