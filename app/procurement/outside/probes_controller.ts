import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { appUrl } from '#config/app'
import { frenchMessages } from '#web/validation_messages'
import { declareProbe, FORMER_DAYS, revokeProbe, rotateKey } from './keeping.js'
import OutsideProbe from './probe.js'
import { probeLine } from './probes_screen.js'

const form = vine.create({ name: vine.string().trim().minLength(2).maxLength(60) })
form.messagesProvider = frenchMessages

/** Who looks at the platform from elsewhere, as the operator declares it. */
export default class ProbesController {
  async index({ view }: HttpContext) {
    const probes = (await OutsideProbe.everyOne()).map(probeLine)
    return view.render('procurement/probes', { probes, list: LIST })
  }

  /** The key is in this answer and nowhere else: a flash would keep it in the session. */
  async store(ctx: HttpContext) {
    // Compared with nothing: a probe is added beside the others
    const { name } = await ctx.request.validateUsing(form)
    const { probe, value } = await declareProbe(name)
    return showKey(ctx, probe, value, null)
  }

  async rotate(ctx: HttpContext) {
    // Compared with nothing: another key is drawn whatever the former one was
    const probe = await OutsideProbe.get(ctx.params.id)
    const value = await rotateKey(probe)
    return showKey(ctx, probe, value, FORMER_DAYS)
  }

  async destroy({ params, response, session }: HttpContext) {
    // Compared with nothing: it speaks or it does not
    await revokeProbe(await OutsideProbe.get(params.id))
    session.flash(
      'success',
      'La sonde est révoquée : rien n’en est plus pris. Ce qu’elle a vu reste.'
    )
    return response.redirect(LIST)
  }
}

const LIST = '/exploitation/sondes'

function showKey(
  { view, response }: HttpContext,
  { name }: OutsideProbe,
  value: string,
  days: number | null
) {
  response.header('cache-control', 'private, no-store')
  return view.render('procurement/probe_key', { name, value, days, url: appUrl, list: LIST })
}
