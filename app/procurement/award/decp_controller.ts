import type { HttpContext } from '@adonisjs/core/http'
import { decpXml } from '../formats/decp_xml.js'
import { decpJson } from '../rules/decp.js'
import { publishedIn } from './decp_of.js'

/** The essential data of a year, that everybody reads (R2196-1). */
export default class DecpController {
  async json(ctx: HttpContext) {
    return send(ctx, 'application/json', decpJson(await publishedIn(Number(ctx.params.year))))
  }

  async xml(ctx: HttpContext) {
    return send(ctx, 'application/xml', decpXml(await publishedIn(Number(ctx.params.year))))
  }
}

function send({ response }: HttpContext, type: string, text: string) {
  response.header('content-type', type).header('access-control-allow-origin', '*')
  return response.send(text)
}
