import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import StaticMiddleware from '@adonisjs/static/static_middleware'

const IS_A_FILE = /\.[a-z0-9]+$/i

/** Serves the files of `public/`; a page has no extension, and need not ask the disk whether it is one. */
@inject()
export default class AssetsMiddleware {
  constructor(protected files: StaticMiddleware) {}

  handle(ctx: HttpContext, next: NextFn) {
    return IS_A_FILE.test(ctx.request.url()) ? this.files.handle(ctx, next) : next()
  }
}
