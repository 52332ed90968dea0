import { defineJob } from '#kernel/jobs'
import { finishMerge } from '#app/outsiders/merging/merge'

/** Closes what a record that was joined to another one had open, and tells the members that knew it. */
export const finishJoining = defineJob<{ keptId: string; mergedId: string }>({
  name: 'outsiders.finish_joining',
  title: 'Terminer la réunion de deux fiches',
  onGiveUp: { nobodyNeeds: 'the records are one already; the operator sees the job' },
  handle: ({ keptId, mergedId }) => finishMerge(keptId, mergedId),
})
