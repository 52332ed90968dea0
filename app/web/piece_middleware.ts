import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { MOST_PIECE } from '#lib/uploads/purpose'
import { megabytes } from '#lib/documents/sizes'
import { UploadTooLarge } from '#lib/uploads/errors'
import { readAtMost } from './read_at_most.js'

const PIECE = 'application/offset+octet-stream'

/**
 * Reads one piece of a file before the tenant's transaction opens: a slow line must not hold a
 * connection to the base. It is bounded, and in memory only.
 */
export default class PieceMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request } = ctx
    if (request.method() === 'PATCH' && request.header('content-type') === PIECE) {
      const tooLarge = () => new UploadTooLarge(megabytes(MOST_PIECE))
      ctx.piece = await readAtMost(request.request, MOST_PIECE, tooLarge)
    }
    return next()
  }
}
