import { receive } from '#kernel/documents/intake'
import { readAtMost } from '#web/read_at_most'
import { defineReading } from '#kernel/reading'
import type { HttpContext } from '@adonisjs/core/http'
import { CmisRefusal, Unclear } from '../errors.js'
import { Params } from '../params.js'
import { MOST_BYTES, type ReadForm, type SentFile } from '../read_form.js'
import type { entryIn } from './entry_in.js'

/** An entry is held whole in memory, its file in it: larger ones come by the other doors. */
const MOST_ENTRY = 48_000_000

const entryApart = defineReading<typeof entryIn>(
  new URL('./entry_in.js', import.meta.url),
  'entryIn'
)

const TooLong = () =>
  new CmisRefusal(
    'invalidArgument',
    'Ce message est trop long : un fichier de plus de 30 Mo se dépose par la liaison « browser », ou par WebDAV.',
    413
  )

/**
 * What a call of the AtomPub binding says: its query, then the entry that it bears, its properties
 * named as the browser binding names them; or the bytes of a content. @throws invalidArgument
 */
export async function readEntry({ request }: HttpContext): Promise<ReadForm> {
  const said = new Map(new URLSearchParams(request.parsedUrl.query ?? ''))
  if (request.method() === 'PUT' && /\/content$/.test(request.parsedUrl.pathname ?? '')) {
    const name = 'contenu'
    const received = await receive(request.request, name, MOST_BYTES)
    return { params: new Params(said), file: { ...received, name } }
  }
  const bytes = await readAtMost(request.request, MOST_ENTRY, TooLong)
  if (bytes.length === 0) return { params: new Params(said), file: null }
  const entry = await entryApart({ bytes }, { bytes: bytes.length })
  if (!entry) throw Unclear('Ce message ne se lit pas : une entrée Atom est attendue.')
  const { properties, content } = entry
  for (const [rank, [id, value]] of properties.entries()) {
    said.set(`propertyId[${rank}]`, id)
    said.set(`propertyValue[${rank}]`, value)
  }
  return { params: new Params(said), file: content === null ? null : await fileOf(content) }
}

async function fileOf(content: Uint8Array): Promise<SentFile> {
  return { ...(await receive(Buffer.from(content), '', MOST_BYTES)), name: '' }
}
