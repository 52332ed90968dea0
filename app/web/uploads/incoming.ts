import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { TooManyFiles, UploadGone, UploadUnfinished } from '#lib/uploads/errors'
import { forgetUpload } from '#kernel/uploads/forget'
import { member } from '#lib/uploads/purpose'
import { uploads, type Upload } from '#kernel/uploads/uploads'

/** A file that a form brings, whichever way it came. */
export interface IncomingFile {
  name: string
  /** In octets. */
  size: number
  open(): Readable
  /** It was read: what is left of it may be forgotten when the transaction is committed. */
  done(): Promise<void>
}

const MOST_FILES = 50

/**
 * The files of a field of a form: sent with it, or before it and piece by piece, in which case the
 * form names them in `uploads[field][]`. Throws E_UPLOAD_GONE, E_UPLOAD_UNFINISHED,
 * E_UPLOAD_TOO_MANY at the field: none is left out in silence.
 */
export async function incomingFiles(
  { request, actor }: HttpContext,
  field: string,
  most = MOST_FILES
): Promise<IncomingFile[]> {
  const whole = request.files(field).map((file) => ({
    name: file.clientName,
    size: file.size,
    open: () => createReadStream(file.tmpPath!),
    done: async () => undefined,
  }))
  const named: unknown[] = [request.input(`uploads.${field}`) ?? []].flat()
  if (whole.length + named.length > most) throw new TooManyFiles(String(most)).at(field)
  const sent: IncomingFile[] = []
  for (const id of named) {
    const upload = await uploads.seek(member(actor.id!), String(id))
    if (!upload) throw new UploadGone().at(field)
    sent.push(incoming(upload, field))
  }
  return [...whole, ...sent]
}

function incoming(upload: Upload, field: string): IncomingFile {
  if (upload.received < upload.size) throw new UploadUnfinished(upload.name).at(field)
  return {
    name: upload.name,
    size: upload.size,
    open: () => uploads.open(upload),
    done: () => forgetUpload.enqueue({ id: upload.id }, { dedupeKey: `upload:${upload.id}` }),
  }
}
