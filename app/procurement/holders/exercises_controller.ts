import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { here } from '#web/here'
import { HolderMissing } from '../errors.js'
import Exercise, { exercisePartsFor, giveToExercise, startExercise } from './exercise.js'
import Holder from './holder.js'

const given = vine.create({ shares: vine.object({}).allowUnknownProperties() })

/** The exercise of opening: the holders open a pli of nobody, each on her own machine. */
export default class ExercisesController {
  async store({ response, session, actor, tenant }: HttpContext) {
    // Compared with nothing: it begins one more exercise
    await startExercise(actor)
    session.flash('success', 'L’exercice est ouvert : chaque porteur ouvre sa part.')
    return response.redirect(here('procurement.holders.index', { tenant }))
  }

  async parts({ response, actor }: HttpContext) {
    const exercise = await Exercise.holdLast()
    response.header('cache-control', 'private, no-store')
    return response.json(await exercisePartsFor(exercise, await holderIn(exercise, actor.id!)))
  }

  async give({ request, response, actor }: HttpContext) {
    // Compared with nothing: the same share again replaces itself
    const { shares } = await request.validateUsing(given)
    const exercise = await Exercise.holdLast()
    const holder = await holderIn(exercise, actor.id!)
    const { manifest, envelope } = await exercise.sealedEnvelope()
    const ofPli = (shares as Record<string, Record<string, unknown>>)[manifest.pli]
    const share = String(ofPli?.[envelope.name] ?? '')
    return response.status(201).json(await giveToExercise(exercise, holder, share, actor))
  }
}

/** @throws E_HOLDER_MISSING for a key that is not in this exercise, or retired since */
async function holderIn(exercise: Exercise, userId: string): Promise<Holder> {
  const { holders } = await exercise.keys()
  const own = await Holder.of(userId)
  if (!own || !holders.some(({ id }) => id === own.handle)) throw new HolderMissing()
  return own
}
