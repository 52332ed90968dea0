import type { Meaning } from '#lib/meaning'
import { DateTime } from 'luxon'
import { people } from '#kernel/people'
import { tenancy } from '#kernel/tenancy'
import FolderAnnotation from '../models/folder_annotation.js'
import type Folder from '../models/folder.js'
import type FolderStep from '../models/folder_step.js'
import { eventWords } from '../rules/words.js'
import { lowerFirst } from './gestures.js'

/** A line of the fil, as the `timeline` component shows it. */
export interface FilEntry {
  what: string
  at: DateTime
  by?: string
  note?: string
  meaning?: Meaning
}

interface StepTransition {
  folder_step_id: string
  event: string
  actor_id: string | null
  reason: string | null
  at: Date
}

/** What happened to a folder, newest first; private notes only for the desks of the circuit. */
export async function historyOf(
  folder: Folder,
  seesPrivateNotes: boolean,
  changes: string | null = null
): Promise<FilEntry[]> {
  const steps = new Map((await folder.steps()).map((step) => [step.id, step]))
  const transitions = await stepTransitions([...steps.keys()])
  const notes = await FolderAnnotation.query().where('folderId', folder.id).orderBy('id')
  const names = await people.names([
    folder.openedBy,
    ...transitions.map(({ actor_id: id }) => id),
    ...notes.map(({ authorId }) => authorId),
  ])
  const opener = folder.openedBy ? names.get(folder.openedBy) : undefined
  const opening = changes
    ? { what: 'Dossier envoyé de nouveau', note: changes }
    : { what: 'Dossier ouvert' }
  const entries: FilEntry[] = [{ ...opening, at: folder.createdAt, by: opener }]
  for (const transition of transitions) {
    const step = steps.get(transition.folder_step_id)!
    const entry = transitionEntry(step, transition, names)
    if (entry) entries.push(entry)
  }
  for (const note of notes) {
    if (note.visibility === 'private' && !seesPrivateNotes) continue
    const what = note.visibility === 'private' ? 'Note privée' : 'Annotation'
    entries.push({ what, at: note.createdAt, by: names.get(note.authorId), note: note.text })
  }
  return entries.sort((a, b) => b.at.toMillis() - a.at.toMillis())
}

/** Why a step was refused, or null. */
export async function refusalOf(step: FolderStep): Promise<string | null> {
  if (step.state !== 'refused') return null
  const refusal = (await stepTransitions([step.id])).find(({ event }) => event === 'refuse')
  return refusal?.reason ?? null
}

function transitionEntry(
  step: FolderStep,
  { event, actor_id: actorId, reason, at }: StepTransition,
  names: Map<string, string>
): FilEntry | null {
  const what = eventWords(step.kind, event)
  if (!what) return null
  const name = actorId ? names.get(actorId) : 'la plateforme'
  const acts = event === 'accomplish' || event === 'refuse'
  const quality = step.onBehalfOf
    ? `, en l’absence de ${step.onBehalfOf}`
    : `, ${lowerFirst(step.deskName)}`
  const meanings: Record<string, Meaning> = { accomplish: 'done', refuse: 'trouble' }
  return {
    what,
    meaning: meanings[event],
    at: DateTime.fromJSDate(at),
    by: acts && actorId && step.actedBy === actorId ? `${name}${quality}` : name,
    note: reason ?? undefined,
  }
}

async function stepTransitions(ids: string[]): Promise<StepTransition[]> {
  return tenancy
    .trx()
    .from('parapheur.folder_step_transitions')
    .where('tenant_id', tenancy.tenantId())
    .whereIn('folder_step_id', ids)
    .orderBy('id')
}
