import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { MOST_PIECE } from '#lib/uploads/purpose'
import { megabytes } from '#lib/documents/sizes'
import { UploadTooLarge } from '#lib/uploads/errors'

const PIECE = 'application/offset+octet-stream'

/**
 * Reads one piece of a file before the tenant's transaction opens: a slow line must not hold a
 * connection to the base. It is bounded, and in memory only.
 */
export default class PieceMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request } = ctx
    if (request.method() === 'PATCH' && request.header('content-type') === PIECE) {
      ctx.piece = await readAtMost(request.request, MOST_PIECE)
    }
    return next()
  }
}

async function readAtMost(body: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > most) throw new UploadTooLarge(megabytes(most))
    parts.push(part)
  }
  return Buffer.concat(parts)
}
