import { DateTime } from 'luxon'
import { ExerciseSchema } from '#database/schema/procurement'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { TenantModel, tenancy } from '#kernel/tenancy'
import { jsonColumn } from '#kernel/tenancy/json_column'
import { fromBase64url, parseManifest, parseTrousseau } from '#lib/sealing'
import { ExerciseMissing, ShareRefused } from '../errors.js'
import { provenHolders } from '../rules/exercise.js'
import Holder from './holder.js'
import { openedText, sealedExercise } from './sealed_exercise.js'

const EVERY = { years: 1 }
const SHARE_BYTES = 33

/** A pli of nobody, that the holders open to prove that their keys still do (once a year). */
export default class Exercise extends TenantModel(ExerciseSchema) {
  static table = 'procurement.exercises'

  @jsonColumn()
  declare pieces: Record<string, string>
  /** handle -> her share. */
  @jsonColumn()
  declare shares: Record<string, string>

  static last(): Promise<Exercise | null> {
    return Exercise.query().orderBy('startedAt', 'desc').first()
  }

  /** The last one, held until the end of the transaction. @throws E_EXERCISE_MISSING */
  static async holdLast(): Promise<Exercise> {
    const found = await Exercise.query().orderBy('startedAt', 'desc').forUpdate().first()
    if (!found) throw new ExerciseMissing()
    return found
  }

  get ref() {
    return { capability: 'procurement', type: 'exercise', id: this.id }
  }

  keys() {
    return parseTrousseau(new TextEncoder().encode(this.trousseau))
  }

  async sealedEnvelope() {
    const manifest = parseManifest(new TextEncoder().encode(this.manifest), await this.keys())
    return { manifest, envelope: manifest.envelopes[0] }
  }
}

/** The day by which the next exercise is due; null while nobody holds a key. */
export async function nextExercise(): Promise<DateTime | null> {
  const done = await Exercise.query().whereNotNull('openedAt').orderBy('openedAt', 'desc').first()
  const [first] = await Holder.living()
  const from = done?.openedAt ?? first?.createdAt
  return from ? from.plus(EVERY) : null
}

/** Seals a pli for all whose key stands; the one before is left as it is. @throws E_HOLDERS_MISSING */
export async function startExercise(by: Actor): Promise<Exercise> {
  const sealed = await sealedExercise(await Holder.living())
  const exercise = await Exercise.create({ ...sealed, shares: {}, startedAt: clock.now() })
  await journal.append({
    type: 'procurement.exercise_started',
    subject: exercise.ref,
    actor: by,
    data: { trousseau: (await exercise.keys()).fingerprint },
  })
  return exercise
}

/** What a holder opens on her own machine, in the words of an opening session. */
export async function exercisePartsFor(exercise: Exercise, { handle, wrapped }: Holder) {
  const { manifest, envelope } = await exercise.sealedEnvelope()
  const { name, commit, shares } = envelope
  const hers = shares.filter(({ holder }) => holder === handle)
  const envelopes = [{ name, commit, shares: hers }]
  return {
    tender: manifest.tender,
    holder: handle,
    wrapped,
    plis: [{ id: manifest.pli, envelopes }],
  }
}

/**
 * Keeps the share of a holder; once enough were given the pli is opened, and the keys that opened it
 * are proven. @throws E_SHARE_REFUSED
 */
export async function giveToExercise(exercise: Exercise, holder: Holder, text: string, by: Actor) {
  if (fromBase64url(text)?.length !== SHARE_BYTES) throw new ShareRefused()
  exercise.shares = { ...exercise.shares, [holder.handle]: text }
  const { threshold } = await exercise.keys()
  const { manifest, envelope } = await exercise.sealedEnvelope()
  const given = Object.entries(exercise.shares).map(([handle, share]) => ({
    handle,
    share: fromBase64url(share)!,
  }))
  const place = { tender: manifest.tender, pli: manifest.pli, envelope: envelope.name }
  const proven = await provenHolders(place, envelope, given, threshold)
  if (given.length >= threshold && proven.length === 0) throw new ShareRefused()
  if (proven.length > 0) await openIt(exercise, proven, by)
  await exercise.save()
  return { given: given.length, threshold, proven }
}

async function openIt(exercise: Exercise, proven: string[], by: Actor): Promise<void> {
  await openedText(exercise, await exercise.keys())
  await Holder.query().whereIn('handle', proven).update({ proven_at: clock.now().toJSDate() })
  // Those who come afterwards still prove their keys by it
  exercise.openedAt ??= clock.now()
  await journal.append({
    type: 'procurement.exercise_opened',
    subject: exercise.ref,
    actor: by,
    data: { proven: proven.join(', ') },
  })
  await tasks.close(exerciseTask(tenancy.tenantId()))
}

export const exerciseTask = (tenantId: string) => `procurement.exercise:${tenantId}`
