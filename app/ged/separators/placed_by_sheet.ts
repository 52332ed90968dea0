import type { SheetOrder } from '#lib/separators/sheet_code'
import { closingOf } from '../closing/closed.js'
import Node, { type Place } from '../nodes/node.js'
import { type Level, reaches } from '../rules/levels.js'
import { rootOf } from '../spaces/root_of.js'
import Space from '../spaces/space.js'
import DocumentType from '../types/document_type.js'

/** Where a part of a scan goes, and what is told of it. */
export interface Placed {
  place: Place
  typeId: string | null
  date: string | null
  /** Why it is not all that its sheet says; null when it is. */
  leftBecause: string | null
}

export const NO_PLACE =
  'le dossier que dit sa feuille n’existe plus, ou n’est pas ouvert en dépôt à qui l’a apporté.'
const NO_TYPE = 'le type que dit sa feuille n’existe plus.'

/**
 * What a sheet orders, as far as who brings the scan may: beside the scan otherwise, with the reason,
 * which names no place that she may not read.
 */
export async function placedBySheet(
  order: SheetOrder | null,
  scan: Node,
  levels: Map<string, Level>
): Promise<Placed> {
  const { spaceId, parentId, accessId } = scan
  const beside = { spaceId, parentId, accessId }
  if (!order) return { place: beside, typeId: null, date: null, leftBecause: null }
  const asksPlace = order.folderId !== null || order.spaceId !== null
  const asked = asksPlace ? await openPlace(order, levels) : beside
  const type = order.typeId ? await DocumentType.find(order.typeId) : null
  const faults = [asked ? '' : NO_PLACE, order.typeId && !type ? NO_TYPE : ''].filter(Boolean)
  return {
    place: asked ?? beside,
    ...{ typeId: type?.id ?? null, date: order.date },
    leftBecause: faults.join(' ; ') || null,
  }
}

/** Null when it is not there, or not for her to file in. */
async function openPlace(
  { folderId, spaceId }: SheetOrder,
  levels: Map<string, Level>
): Promise<Place | null> {
  const place = folderId ? await folderPlace(folderId) : await spacePlace(spaceId!)
  if (!place || !reaches(levels.get(place.accessId) ?? null, 'contributor')) return null
  return (await closingOf(place.accessId)) ? null : place
}

async function folderPlace(id: string): Promise<Place | null> {
  const node = await Node.find(id)
  return node && node.kind === 'folder' && !node.deletedAt ? node.within : null
}

const spacePlace = async (id: string): Promise<Place | null> =>
  (await Space.find(id)) ? rootOf(id) : null
