import { SYSTEM } from '#kernel/actor'
import type { ClosedDossier } from '#web/dossiers'
import { holdersOf } from '../access/room_readers.js'
import { setEntry, writeOwnAccess } from '../access/write_access.js'
import { freeName, holdNames } from '../nodes/naming.js'
import Node, { type Place } from '../nodes/node.js'
import { mendedName, nameFault } from '../rules/names.js'
import { rootOf } from '../spaces/root_of.js'
import { closedSpace, closeList } from './closed_space.js'
import Filing, { type DossierRef, WHOLE } from './filing.js'

/** A room as its dossiers are filed: under its name, for whoever reads them there. */
interface RoomOfDossiers {
  name: string
  permission: string
  dossiers: { label: string }
}

/** Signs of a name: it must be written on the disk of whoever takes it away. */
const MOST_SIGNS = 120

/** Opens the folder of a dossier, below its room and the year in which it was closed. */
export async function openDossierFolder(
  room: RoomOfDossiers,
  id: string,
  dossier: ClosedDossier
): Promise<Node> {
  const ofRoom = await folderOfRoom(room)
  const ofYear = await folderCalled(ofRoom.within, dossier.closedOn.slice(0, 4))
  const name = await freeName(ofYear.within, nameOf(dossier))
  const folder = await Node.openFolder(ofYear.within, name, SYSTEM)
  await Filing.note({ room: room.name, id } satisfies DossierRef, WHOLE, folder.id)
  return folder
}

async function folderOfRoom({ dossiers: { label }, permission }: RoomOfDossiers): Promise<Node> {
  const root = await rootOf((await closedSpace()).id)
  const there = await Node.called(root, label)
  if (there) return there
  await holdNames(root)
  return (await Node.called(root, label)) ?? (await openForRoom(root, label, permission))
}

/** What a room closed is read by those who read it there, and by nobody else. */
async function openForRoom(root: Place, label: string, permission: string): Promise<Node> {
  const folder = await Node.openFolder(root, label, SYSTEM)
  // A room that came after the space was opened
  await setEntry(root.accessId, holdersOf(permission), 'reader')
  const own = await writeOwnAccess(root.spaceId, folder.id, [
    { principal: holdersOf(permission), level: 'reader' },
  ])
  await closeList({ id: own })
  return folder.merge({ accessId: own }).save()
}

async function folderCalled(place: Place, name: string): Promise<Node> {
  await holdNames(place)
  return (await Node.called(place, name)) ?? (await Node.openFolder(place, name, SYSTEM))
}

/** « 2026-042 – Restauration du lavoir » */
function nameOf({ reference, title }: ClosedDossier): string {
  const whole = reference && !title.includes(reference) ? `${reference} – ${title}` : title
  const name = whole.replaceAll('/', '-').slice(0, MOST_SIGNS).trim()
  return nameFault(name) ? mendedName(name) : name
}
