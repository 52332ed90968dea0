import type { HttpContext } from '@adonisjs/core/http'
import multiparty from '@poppinss/multiparty'
import { receive, type Received } from '#kernel/documents/intake'
import { readAtMost } from '#web/read_at_most'
import { CmisRefusal, Unclear } from './errors.js'
import { Params } from './params.js'

/** No file of an office is larger. */
export const MOST_BYTES = 4 * 1024 ** 3
const MOST_TEXT = 2_000_000
const MOST_FIELDS = 2_000

/** A file of a form, received before anything is opened. */
export interface SentFile extends Received {
  /** What the client calls it; empty when it says nothing. */
  name: string
}

export interface ReadForm {
  params: Params
  file: SentFile | null
}

const TooLong = () => new CmisRefusal('invalidArgument', 'Cette demande est trop longue.', 413)

/** What a call of the browser binding says, whatever form it takes. @throws invalidArgument */
export async function readForm({ request }: HttpContext): Promise<ReadForm> {
  const said = new Map(new URLSearchParams(request.parsedUrl.query ?? ''))
  const type = request.header('content-type') ?? ''
  if (/^multipart\/form-data/i.test(type)) return readParts(request.request, said)
  const text = (await readAtMost(request.request, MOST_TEXT, TooLong)).toString('utf8')
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    for (const [name, value] of new URLSearchParams(text)) said.set(name, value)
  }
  return { params: new Params(said), file: null }
}

/**
 * Adonis drops a part without a name, which is how the library of Pastell sends a content. Fields
 * are UTF-8 though no client says so (php-cmis-client#77).
 */
async function readParts(
  source: HttpContext['request']['request'],
  said: Map<string, string>
): Promise<ReadForm> {
  const form = new multiparty.Form({ maxFields: MOST_FIELDS, maxFieldsSize: MOST_TEXT })
  let file: Promise<SentFile> | null = null
  const whole = new Promise<void>((resolve, reject) => {
    form.on('error', reject).on('close', resolve)
    form.on('field', (name, value) => void said.set(name, value))
    form.on('part', (part) => {
      if (part.filename === undefined || file) return void part.resume()
      const name = part.filename
      part.on('error', reject)
      file = receive(part, name, MOST_BYTES).then((received) => ({ ...received, name }))
      file.catch(reject)
    })
  })
  form.parse(source)
  try {
    await whole
    return { params: new Params(said), file: await file }
  } catch (error) {
    await (file as Promise<SentFile> | null)?.then(
      (one) => one.discard(),
      () => undefined // it left nothing behind
    )
    throw toldOf(error as Error & { statusCode?: number })
  }
}

/** A form that cannot be read is a fault of who wrote it; a rule that it breaks is told as it is. */
function toldOf(error: Error & { statusCode?: number }): Error {
  if (error.statusCode === 413) return TooLong()
  return error.statusCode === 400 ? Unclear('Ce formulaire ne se lit pas.') : error
}
