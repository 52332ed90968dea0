import type { Actor } from '#kernel/actor'
import { refuseClosed } from '../closing/closed.js'
import { refuseHeld } from '../holds/held.js'
import { nodesIndexed } from '../search/indexed.js'
import Node, { type Description, type Place } from './node.js'
import Version, { type KeptFile } from './version.js'

/**
 * Files a document at a place, under a name that is free there, with its first version; it is then
 * found by its words. @throws E_GED_CLOSED
 */
export async function fileDocument(
  place: Place,
  { name, told, file, by }: { name: string; told: Description; file: KeptFile; by: Actor }
): Promise<Node> {
  await refuseClosed([place.accessId])
  const node = await Node.openDocument(place, name, told, by)
  await Version.add(node.id, file, { by })
  await nodesIndexed.again(node)
  return node
}

/** Adds a version to a document that is there, and has it found by what it says now. @throws E_GED_CLOSED, E_GED_HELD */
export async function addVersion(
  id: string,
  file: KeptFile,
  how: { by: Actor; comment?: string | null; isMajor?: boolean }
): Promise<Version> {
  const node = await Node.hold(id)
  await refuseClosed([node.accessId])
  await refuseHeld([id])
  const version = await Version.add(id, file, how)
  await nodesIndexed.again(node)
  return version
}
