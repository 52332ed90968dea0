import type { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { people } from '#kernel/people'
import { dayAndHour, hour } from '#lib/french/french'
import { FolderOver, NotYourStep, StepDoneByAnother, StepDoneByYou } from '../errors.js'
import Ceremony from '../models/ceremony.js'
import type Folder from '../models/folder.js'
import type FolderStep from '../models/folder_step.js'
import type { StepKind } from '../rules/circuit_definition.js'
import { mandateOn } from './people.js'

const DID: Record<StepKind, string> = { visa: 'visé', signature: 'signé', seal: 'cacheté' }

interface Gesture {
  step: FolderStep
  by: string
  did: string
  at: DateTime
}

/**
 * Why a person may not act on a folder any more, as it is true: somebody signed it at 10:12, it
 * left the circuit, or it never waited for her.
 */
export async function whyNotYours(folder: Folder, userId: string): Promise<Error> {
  const last = await lastGestureOf(folder)
  if (last && (await mandateOn(last.step, userId))) return inWords(last, userId)
  if (folder.state === 'withdrawn') return new FolderOver('a été repris par qui l’avait envoyé')
  return new NotYourStep()
}

/** Why a folder that is being signed cannot be taken off its circuit. */
export async function whyTooLate(folder: Folder, userId: string): Promise<Error> {
  const last = await lastGestureOf(folder)
  return last ? inWords(last, userId) : new NotYourStep()
}

async function inWords({ by, did, at }: Gesture, userId: string): Promise<Error> {
  const when = momentOf(at)
  if (by === userId) return new StepDoneByYou(did, when)
  return new StepDoneByAnother((await people.names([by])).get(by) ?? '', did, when)
}

/** The last thing that somebody did to a folder; a signature that is being embedded counts. */
async function lastGestureOf(folder: Folder): Promise<Gesture | null> {
  const steps = await folder.steps()
  const current = steps.find(({ state }) => state === 'current')
  const signed =
    current && (await Ceremony.query().where({ stepId: current.id, state: 'signed' }).first())
  if (current && signed) {
    const at = signed.updatedAt ?? signed.createdAt
    return { step: current, by: signed.userId, did: DID.signature, at }
  }
  const step = steps.findLast(({ actedBy, state }) => actedBy && state !== 'current')
  if (!step) return null
  const did = step.state === 'refused' ? 'refusé' : DID[step.kind]
  return { step, by: step.actedBy!, did, at: step.actedAt! }
}

/** « à 10 h 12 » of this day, else the day too. */
function momentOf(at: DateTime): string {
  const [day, today] = [at, clock.now()].map((one) => one.setZone('Europe/Paris').toISODate())
  return day === today ? `à ${hour(at)}` : `le ${dayAndHour(at)}`
}
