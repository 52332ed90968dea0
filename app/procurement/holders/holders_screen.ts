import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf } from '#web/cursor'
import Exercise, { nextExercise } from './exercise.js'
import Holder from './holder.js'
import { quorums } from './quorum.js'

const LEAST = 3
const QUORUM_LABELS = { done: 'Assurée', waiting: 'À surveiller', trouble: 'Fragile' }

/** The trousseau: who holds a key, whether it was proven, and what the keys that stand still allow. */
export async function holdersScreen({ actor, allows, request }: HttpContext) {
  const holders = await Holder.living()
  const own = holders.find(({ userId }) => userId === actor.id) ?? null
  const exercise = await Exercise.last()
  const inExercise = exercise ? (await exercise.keys()).holders.map(({ id }) => id) : []
  const hasProven = Boolean(own?.provenAt && exercise && own.provenAt >= exercise.startedAt)
  return {
    holders,
    own,
    least: LEAST,
    mayRetire: allows('procurement.write'),
    ...(await quorums(cursorOf(request))),
    quorumLabels: QUORUM_LABELS,
    exercise,
    nextExercise: await nextExercise(),
    mayStart: holders.length >= LEAST && (!exercise || exercise.openedAt !== null),
    mayProve: Boolean(own) && inExercise.includes(own!.handle) && !hasProven,
  }
}
