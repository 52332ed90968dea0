import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Folder from '../models/folder.js'
import FolderStep from '../models/folder_step.js'

/** A step of a folder that waits for the seal. */
export interface Awaited {
  folderId: string
  stepId: string
}

const TROUBLE =
  'Le cachet n’a pas pu être apposé malgré plusieurs essais. Prévenez l’exploitant, qui le relancera.'

/** After the last attempt: the folder says that it waits, and why. */
export async function giveSealUp(awaited: Awaited, tenantId: string): Promise<void> {
  const { folderId, stepId } = awaited
  await tenancy.run(tenantId, async () => {
    const step = await FolderStep.find(stepId)
    // Without a seal, the trouble and its task are there already.
    if (step?.state !== 'current' || step.trouble) return
    await step.merge({ trouble: TROUBLE }).save()
    const folder = await Folder.get(folderId)
    const { slug } = await tenants.current()
    await tasks.open({
      key: sealTask(stepId),
      capability: 'parapheur',
      title: `Faire relancer le cachet de « ${folder.title} », qui n’a pas pu être apposé`,
      url: `/c/${slug}/parapheur/dossiers/${folderId}`,
      role: 'administrator',
      subjectId: folderId,
    })
  })
}

const sealTask = (stepId: string) => `parapheur.seal_failed:${stepId}`
