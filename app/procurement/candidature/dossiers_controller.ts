import type { HttpContext } from '@adonisjs/core/http'
import { holderOfCandidature } from '../answers/colleagues.js'
import { buyerOf } from '../deposit/buyer.js'
import { CandidatureMissing } from './errors.js'
import { dossierOf } from './dossier.js'
import { publishedConsultation } from './open_consultation.js'

/** The files of a candidature, which the page of its mandataire takes and seals with the rest. */
export default class DossiersController {
  async index(ctx: HttpContext) {
    const files = await dossier(ctx)
    const base = `${ctx.request.url()}/`
    ctx.response.header('cache-control', 'private, no-store')
    return ctx.response.json({ files: files.map(({ key, name }) => ({ name, url: base + key })) })
  }

  async show(ctx: HttpContext) {
    const found = (await dossier(ctx)).find(({ key }) => key === ctx.params.file)
    if (!found) throw new CandidatureMissing()
    ctx.response.header('content-type', found.type)
    ctx.response.attachment(found.name.split('/').at(-1)!)
    return ctx.response.send(Buffer.from(await found.bytes()))
  }
}

async function dossier(ctx: HttpContext) {
  const tenant = await buyerOf(ctx)
  const consultation = await publishedConsultation(tenant, ctx.params.id)
  const { candidature: candidatureId } = ctx.params
  const personId = await holderOfCandidature(ctx.door.personId, candidatureId)
  return dossierOf(consultation, tenant, { personId, candidatureId })
}
