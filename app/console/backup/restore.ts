import { backupConfig } from '#config/backup'
import { findGoal } from '#lib/backup/find_point'
import { openBundle, writeSettings, type OpenerFlags } from '#lib/backup/open_bundle'
import type { Place } from '#lib/backup/place'
import { placeOf } from '#lib/backup/shut_place'
import { verifyDocuments, type DocumentsReport } from '#console/documents/verify'
import { ownMeans } from '#console/journal/own_means'
import { verifyJournal } from '#console/journal/verify'
import { migrate } from '#console/provisioning/migrate'
import { prepareQueue } from '#console/jobs/prepare'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { askRehearsal } from '#web/rehearsal/state'
import { documentsNamed } from './base.js'
import { recoverAside } from './recover_aside.js'
import { fillBase, forgetQueue, isEmptyBase, restoreDump } from './restore_dump.js'
import { restoreDocuments } from './restore_documents.js'

export interface Restored {
  point: string
  at: string
  seconds: number
  members: number
  documents: { copied: number; absent: string[] } & DocumentsReport
  journals: { entries: number; seals: number; problems: string[] }
  rehearsal: true
  sound: boolean
}

/**
 * Brings a moment back into an empty installation, which is a rehearsal from then on. Where the base is
 * embedded, `bin/restore_base.ts` has laid it out already. Throws NoPoint, and when the base is in use.
 */
export async function restore(
  place: Place,
  until: string | undefined,
  opener: OpenerFlags
): Promise<Restored> {
  const startedAt = performance.now()
  const { point, stopAt } = await findGoal(place, until)
  const at = stopAt ?? point.at
  if (await isEmptyBase()) {
    await sameKey(place, point.keys, opener)
    const opened = placeOf(place, point.base, backupConfig.appKey())
    if (point.base.kind === 'dump') await restoreDump(opened, point.base, at)
    else await recoverAside(opened, { point, stopAt }, (path) => fillBase(path, at))
  } else if (point.base.kind === 'dump' || !(await askRehearsal())) {
    throw new Error('La base désignée tient déjà des tables : restaurez dans une base vide.')
  }
  await forgetQueue()
  await migrate()
  await prepareQueue()
  await takeBackJobs()
  const copied = await restoreDocuments(place, await documentsNamed())
  const members = await tenants.all()
  const ids = members.map(({ id }) => id)
  const documents = await verifyDocuments(ids, { isAll: true })
  const journals = await verifyJournals(members)
  const faults = documents.altered.length + documents.missing.length + copied.absent.length
  return {
    point: point.at,
    at,
    seconds: Math.round(performance.now() - startedAt) / 1000,
    members: members.length,
    documents: { ...copied, ...documents },
    journals,
    rehearsal: true,
    sound: faults + journals.problems.length === 0,
  }
}

/** Under another key no document would open: the settings that were saved are laid out, and it is said. */
async function sameKey(place: Place, keys: string, opener: OpenerFlags): Promise<void> {
  const bundle = await openBundle(place, keys, opener, backupConfig.passphrase)
  const path = await writeSettings(bundle, backupConfig.dataDir)
  if (bundle.settings.APP_KEY !== backupConfig.settings().APP_KEY)
    throw new Error(`APP_KEY n’est pas celle de la sauvegarde : reprenez celle de ${path}.`)
}

/** What was handed over to a queue that is no more. */
const takeBackJobs = () =>
  systemDb().rawQuery(
    'update kernel.outbox set dispatched_at = null where done_at is null and failed_at is null'
  )

async function verifyJournals(members: { id: string; name: string }[]) {
  const means = await ownMeans()
  const sums = { entries: 0, seals: 0, problems: [] as string[] }
  for (const { id, name } of members) {
    const { entries, seals, problems } = await tenancy.run(id, () => verifyJournal(means))
    sums.entries += entries
    sums.seals += seals
    sums.problems.push(...problems.map((problem) => `${name} : ${problem}`))
  }
  return sums
}
