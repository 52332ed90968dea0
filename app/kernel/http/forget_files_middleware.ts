import { rm } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** What a form brought lies in clear in a temporary folder: it leaves with the request. */
export default class ForgetFilesMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    try {
      return await next()
    } finally {
      for (const path of pathsIn(ctx.request.allFiles())) await rm(path, { force: true })
    }
  }
}

/** Files may be nested as the names of their fields are: `annexes[0][file]`. */
function pathsIn(value: unknown): string[] {
  if (!value || typeof value !== 'object') return []
  const { tmpPath } = value as { tmpPath?: string }
  if (tmpPath) return [tmpPath]
  return 'clientName' in value ? [] : Object.values(value).flatMap(pathsIn)
}
