import { person } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { AnnotationTooLong, NotYourStep, ReasonMissing, TooLateToRecall } from '../errors.js'
import { folderRefused } from '../events.js'
import FolderAnnotation from '../models/folder_annotation.js'
import Folder from '../models/folder.js'
import type FolderStep from '../models/folder_step.js'
import { dropCeremonies, isSigningUnderWay, restoreDocuments } from '../signing/ceremonies.js'
import { accomplish } from './advance.js'
import { mandateOn } from './people.js'
import { whyNotYours, whyTooLate } from './told.js'
import { openStepTasks, closeStepTasks } from './waiting.js'

/** As i-Parapheur has it. */
export const LONGEST_ANNOTATION = 512

/** What one writes beside a gesture. */
export interface Annotation {
  text: string | null
  visibility: 'public' | 'private'
}

const NOTHING: Annotation = { text: null, visibility: 'public' }

/** The step that waits, when the person may act on it; throws E_NOT_YOUR_STEP. */
export async function stepFor(folder: Folder, userId: string) {
  const step = await currentStep(folder)
  const mandate = step && (await mandateOn(step, userId))
  if (!step || !mandate || (await isSigningUnderWay(step))) throw await whyNotYours(folder, userId)
  return { step, mandate }
}

/** The step that a folder waits at, or null when it is over. */
export async function currentStep(folder: Folder): Promise<FolderStep | null> {
  return (await folder.steps()).find(({ state }) => state === 'current') ?? null
}

/** Gives a visa and sends the folder on. */
export async function giveVisa(folderId: string, userId: string, annotation: Annotation) {
  const folder = await Folder.hold(folderId)
  const { step, mandate } = await stepFor(folder, userId)
  if (step.kind !== 'visa') throw new NotYourStep()
  await annotate(step, userId, annotation)
  await accomplish(folder, step, person(userId), mandate)
}

/** Refuses the folder: the circuit stops, the documents are again what they were. */
export async function refuse(
  folderId: string,
  userId: string,
  reason: string,
  annotation: Annotation = NOTHING
): Promise<void> {
  const text = reason.trim()
  if (!text) throw new ReasonMissing().at('reason')
  if (text.length > LONGEST_ANNOTATION) throw new AnnotationTooLong(LONGEST_ANNOTATION).at('reason')
  const folder = await Folder.hold(folderId)
  const { step, mandate } = await stepFor(folder, userId)
  const by = person(userId)
  await annotate(step, userId, annotation)
  await dropCeremonies(step)
  step.merge({ actedBy: userId, actedAt: clock.now(), onBehalfOf: mandate.onBehalfOf })
  await step.step('refuse', by, { reason: text })
  await closeStepTasks(step)
  await close(folder)
  folder.finishedAt = clock.now()
  await folder.step('refuse', by, { reason: text })
  const { origin } = folder
  const at = clock.now().toISO()!
  await folderRefused.emit({ folderId, origin, reason: text, refusedBy: userId, at })
}

/**
 * The droit de remords: whoever acted last takes the gesture back, as long as the next desk has
 * not begun. Throws E_TOO_LATE_TO_RECALL.
 */
export async function recall(folderId: string, userId: string): Promise<void> {
  const folder = await Folder.hold(folderId)
  const { last, next } = await recallable(folder, userId)
  if (!last || !next) throw new TooLateToRecall()
  await dropCeremonies(next)
  await next.step('retreat', person(userId))
  await closeStepTasks(next)
  await restoreDocuments(last)
  last.merge({ actedBy: null, actedAt: null, onBehalfOf: null })
  last.merge({ certificateName: null, certificateIssuer: null, certificateNote: null })
  last.certificateEndsAt = null
  await last.step('recall', person(userId))
  await openStepTasks(folder, last)
}

/** The gesture that the person could still take back, or nothing. */
export async function recallable(folder: Folder, userId: string) {
  const steps = await folder.steps()
  const next = steps.find(({ state }) => state === 'current')
  const last = next && steps.find(({ position }) => position === next.position - 1)
  const isOurs = last?.state === 'done' && last.actedBy === userId
  if (!next || !last || !isOurs || next.kind === 'seal') return { last: null, next: null }
  return (await isSigningUnderWay(next)) ? { last: null, next: null } : { last, next }
}

/** Takes a folder off its circuit at the demand of whoever opened it. */
export async function withdrawFolder(folderId: string, userId: string): Promise<void> {
  const folder = await Folder.hold(folderId)
  const step = await currentStep(folder)
  if (step && (await isSigningUnderWay(step))) throw await whyTooLate(folder, userId)
  await close(folder)
  await folder.step('withdraw', person(userId))
}

/** Writes a note beside a step; nothing when it is empty. */
export async function annotate(step: FolderStep, authorId: string, annotation: Annotation) {
  const text = annotation.text?.trim()
  if (!text) return
  if (text.length > LONGEST_ANNOTATION)
    throw new AnnotationTooLong(LONGEST_ANNOTATION).at('annotation')
  const { folderId, id: stepId } = step
  await FolderAnnotation.create({
    folderId,
    stepId,
    authorId,
    text,
    visibility: annotation.visibility,
  })
}

async function close(folder: Folder): Promise<void> {
  for (const step of await folder.steps()) {
    if (step.state !== 'waiting' && step.state !== 'current') continue
    await dropCeremonies(step)
    await closeStepTasks(step)
    await step.step('abandon', { kind: 'system' })
  }
}
