import type { Meaning } from '#lib/meaning'
import { tenants } from '#kernel/tenant'
import Folder from './models/folder.js'
import type { FolderState } from './rules/lifecycles.js'
import { STEP_WORDS, stepMeaning } from './rules/words.js'

/** Where a folder is, for whoever opened it. */
export interface FolderSummary {
  state: FolderState
  /** Its page in the parapheur. */
  url: string
  /** Its steps as the `steps` component shows them. */
  steps: { label: string; note: string; meaning?: Meaning; current: boolean }[]
  /** The desk that it waits for, in words. */
  waitsFor: string | null
  trouble: string | null
  /** What the journal names when the folder moves: for the screens that follow it. */
  subjectIds: string[]
}

/** Describes a folder of the tenant in context; throws E_FOLDER_NOT_FOUND. */
export async function folderSummary(folderId: string): Promise<FolderSummary> {
  const folder = await Folder.get(folderId)
  const steps = await folder.steps()
  const current = steps.find(({ state }) => state === 'current')
  const { slug } = await tenants.current()
  return {
    state: folder.state,
    url: `/c/${slug}/parapheur/dossiers/${folder.id}`,
    waitsFor: current?.deskName ?? null,
    trouble: current?.trouble ?? null,
    subjectIds: [folder, ...steps].map(({ id }) => id),
    steps: steps.map(({ kind, deskName, state }) => ({
      label: STEP_WORDS[kind].noun,
      note: deskName,
      meaning: stepMeaning(state),
      current: state === 'current',
    })),
  }
}
