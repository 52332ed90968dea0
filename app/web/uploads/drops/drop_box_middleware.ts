import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { OUTSIDE } from '#kernel/actor'
import { megabytes } from '#lib/documents/sizes'
import { UploadTooLarge } from '#lib/uploads/errors'
import { collectYoung } from '#lib/uploads/apart/collect_young'
import { roomForPieces } from '#lib/uploads/piece_files'
import { readInto } from '#lib/uploads/piece_room'
import { PIECE_BYTES } from '#lib/uploads/pieces'
import { dropBoxOf, type DropBox } from './drop_boxes.js'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    dropBox: DropBox
  }
}

/** Of a process: what all who send through drop boxes hold of its memory, 48 MiB. */
const MOST_AT_ONCE = 12
const room = roomForPieces(MOST_AT_ONCE)

/**
 * Whoever holds the token of a drop box, and nobody else; no transaction is open while a piece comes
 * on a slow line. The token is judged before a byte of it is read.
 */
export default class DropBoxMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request, response, params } = ctx
    // Programs speak here: they are told in JSON what went wrong (RFC 9457), whatever they accept
    request.request.headers.accept = 'application/json'
    ctx.dropBox = await dropBoxOf(params.token)
    ctx.actor = OUTSIDE
    ctx.allows = () => false
    response.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
    if (!['PATCH', 'PUT'].includes(request.method())) return next()
    return room.lend(async (lent) => {
      const piece = await readInto(lent.subarray(0, PIECE_BYTES), request.request)
      if (!piece) throw new UploadTooLarge(megabytes(PIECE_BYTES))
      ctx.piece = piece
      // What the line brought has been copied in the room
      collectYoung()
      await next()
    })
  }
}
