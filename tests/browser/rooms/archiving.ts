import { person, place } from '#tests/world/world'
import { archive, askForDeposit, withTimeAuthority } from '#tests/archiving/archive_world'
import type { VisitedPage } from '../pages.js'

/** The archive, as an archivist opens it, with one folder deposited and its proof. */
export async function archivingPages(): Promise<VisitedPage[]> {
  const { id: tenantId } = await place('kervalan')
  const archivist = await person('Gaël Le Bihan', { kervalan: ['archivist'] })
  await withTimeAuthority()
  const { id } = await archive(tenantId, await askForDeposit(tenantId))
  const base = '/c/kervalan/archiving'
  return [
    { name: 'archiving-deposits', path: base, as: archivist },
    { name: 'archiving-deposits-filtered', path: `${base}?q=introuvable`, as: archivist },
    { name: 'archiving-deposit', path: `${base}/versements/${id}`, as: archivist },
    { name: 'archiving-holdings', path: `${base}/fonds`, as: archivist },
  ]
}
