import { existsSync, readdirSync } from 'node:fs'
import type { HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import type { NextFn } from '@adonisjs/core/types/http'
import StaticMiddleware from '@adonisjs/static/static_middleware'

const IS_A_FILE = /\.[a-z0-9]+$/i
const TYPES: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
}

/** The styles and scripts that the build packed, by the path that a page asks for. */
function packedFiles(): Set<string> {
  const folder = app.publicPath('assets')
  const files = existsSync(folder) ? readdirSync(folder) : []
  return new Set(
    files.flatMap((name) => (name.endsWith('.br') ? [`/assets/${name.slice(0, -3)}`] : []))
  )
}

let known: Set<string> | null = null
const isPacked = (url: string) => (known ??= packedFiles()).has(url)

/** Serves the files of `public/`; a page has no extension, and need not ask the disk whether it is one. */
export default class AssetsMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const url = ctx.request.url()
    if (!IS_A_FILE.test(url)) return next()
    if (isPacked(url)) this.#unpackInBrowser(ctx, url)
    const files = await ctx.containerResolver.make(StaticMiddleware)
    return files.handle(ctx, next)
  }

  /** Each is named by its content: what a browser keeps for ever is what it can open. */
  #unpackInBrowser({ request, response }: HttpContext, url: string) {
    response.header('vary', 'accept-encoding')
    if (!/\bbr\b/.test(request.header('accept-encoding') ?? '')) return
    response.header('content-encoding', 'br')
    response.header('content-type', `${TYPES[url.split('.').pop()!]}; charset=utf-8`)
    request.request.url = `${url}.br`
  }
}
