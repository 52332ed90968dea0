import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { requestClassification } from '../jobs/request_classification.js'
import ClassificationVersion from '../models/classification_version.js'
import { toDay } from '../models/days.js'
import Transmission from '../models/transmission.js'
import { matiereChoices, typesPJOf, type Classification } from '../rules/classification.js'

const ASK_AGAIN_AFTER_MINUTES = 30

export default class ClassificationController {
  async show({ view, tenant, allows }: HttpContext) {
    const version = await ClassificationVersion.latest()
    const request = await Transmission.query().where('type', '7-1').orderBy('id', 'desc').first()
    const content = version?.content as Classification | undefined
    return view.render('actes/classification', {
      base: `/c/${tenant.slug}/actes`,
      version,
      date: toDay(version?.date ?? null)?.toString(),
      isWaiting: request !== null && isWaiting(request),
      mayAsk: allows('actes.write'),
      natures: content?.natures.map((nature) => ({
        ...nature,
        types: typesPJOf(content, nature.code),
      })),
      matieres: content?.matieres.map(({ code, label }) => ({
        code,
        label,
        choices: matiereChoices(content).filter(({ path }) => path.startsWith(`${code}.`)),
      })),
    })
  }

  async store({ response, session, tenant, request }: HttpContext) {
    // Compared with nothing: one demand at a time goes, under one key, whoever asks
    const everything = request.input('everything') === 'true'
    await requestClassification.enqueue({ everything }, { dedupeKey: 'actes.classification' })
    session.flash('success', 'La classification est demandée à la préfecture.')
    return response.redirect(`/c/${tenant.slug}/actes/classification`)
  }
}

/** A request whose answer was lost must not prevent another one for ever. */
function isWaiting({ state, createdAt }: Transmission): boolean {
  const recent = clock.now().diff(createdAt, 'minutes').minutes < ASK_AGAIN_AFTER_MINUTES
  return recent && state !== 'answered' && state !== 'failed'
}
