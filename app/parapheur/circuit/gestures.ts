import { people } from '#kernel/people'
import type { Origin } from '../events.js'
import Folder from '../models/folder.js'
import type FolderStep from '../models/folder_step.js'

/**
 * By whose hand each folder that was opened for a thing ended, in the order of these folders:
 * « Soizic Madec, maire », « Yann Kerbrat, en l’absence de Soizic Madec (Maire) ». Undefined while
 * it is under way, or when whoever opened it took it back.
 */
export async function gesturesFor({ capability, id }: Origin): Promise<(string | undefined)[]> {
  const folders = await Folder.query()
    .where({ originCapability: capability, originId: id })
    .orderBy('id')
  const words: (string | undefined)[] = []
  for (const folder of folders) words.push(await lastGesture(folder))
  return words
}

async function lastGesture(folder: Folder): Promise<string | undefined> {
  const steps = await folder.steps()
  const step =
    folder.state === 'refused'
      ? steps.find(({ state }) => state === 'refused')
      : steps.findLast(({ kind, state }) => kind !== 'visa' && state === 'done')
  if (!step || !['signed', 'refused'].includes(folder.state)) return undefined
  return handOf(step)
}

/** Who acted on a step, and in what quality. */
export async function handOf(step: FolderStep): Promise<string> {
  if (!step.actedBy) return step.deskName
  const name = (await people.names([step.actedBy])).get(step.actedBy) ?? ''
  if (step.onBehalfOf) return `${name}, en l’absence de ${step.onBehalfOf}`
  return `${name}, ${lowerFirst(step.deskName)}`
}

/** « Maire de Saint-Orven » inside a sentence: only its first letter changes. */
export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
