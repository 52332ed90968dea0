import { archive, archiveAndProve, askForDeposit } from '#tests/archiving/archive_world'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

export const notPages = [
  'archiving.files.show',
  'archiving.proofs.show',
  'archiving.lists.show',
  // It says what was done once: tests/archiving/gestures_on_several_deposits
  'archiving.lists.done',
  'archiving.together.file',
]

/** The archive, as an archivist opens it: a folder kept and proved, another one refused. */
export default async function archivingPages(): Promise<VisitedPage[]> {
  const { id: tenantId } = await place('kervalan')
  const archivist = await person('Gaël Le Bihan', { kervalan: ['archivist'] })
  const { id } = await archiveAndProve(tenantId)
  const access = { rule: 'AR999', startDate: '2026-11-19' }
  const rejected = await archive(tenantId, await askForDeposit(tenantId, { access }))
  const base = '/c/kervalan/archives'
  return [
    { name: 'home-of-archivist', path: '/c/kervalan', as: archivist },
    { name: 'archiving-deposits', path: base, as: archivist },
    { name: 'archiving-no-deposit', path: `${base}?q=introuvable`, as: archivist },
    { name: 'archiving-deposit', path: `${base}/versements/${id}`, as: archivist },
    { name: 'archiving-rejected', path: `${base}/versements/${rejected.id}`, as: archivist },
    { name: 'archiving-together', path: '/mes-archives', as: archivist },
    { name: 'archiving-holdings', path: `${base}/fonds`, as: archivist },
  ]
}
