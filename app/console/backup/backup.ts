import { rm } from 'node:fs/promises'
import { backupConfig } from '#config/backup'
import { putText, textOf, type Place } from '#lib/backup/place'
import { momentOf, pointName, readPoint, writePoint, type Point } from '#lib/backup/points'
import type { Lock } from '#lib/backup/sealed'
import { baseKeyOf, shutPlace } from '#lib/backup/shut_place'
import { askRehearsal } from '#web/rehearsal/state'
import { documentsNamed, saveBase } from './base.js'
import { copyDocuments, documentsKept } from './copy_documents.js'
import { keepKeys } from './keep_keys.js'
import { markSaved } from './saved_at.js'

export interface Saved {
  point: string
  at: string
  base: { kind: 'files' | 'dump'; whole: boolean; bytes: number }
  documents: { count: number; copied: number; bytes: number; missing: number }
  verified: true
  seconds: number
}

/** A document that a row names is on no disk: the moment is not whole, and no point says it is. */
export class DocumentsMissing extends Error {
  constructor(readonly keys: string[]) {
    super(
      `${keys.length} documents nommés par la base ne sont nulle part, dont ${keys[0]} : rien n’est déclaré sauvé. Lancez documents:verify.`
    )
  }
}

/** What a copy saved beside the real one would one day be taken for it. */
export class IsRehearsal extends Error {
  constructor() {
    super('Ceci est une répétition : on ne sauvegarde pas une copie à côté de la vraie.')
  }
}

/** What is saved: the base, and the names of the documents that its rows name. */
export interface Source {
  named: typeof documentsNamed
  save: typeof saveBase
}

const PLATFORM: Source = { named: documentsNamed, save: saveBase }

/** Remembers, from one time to the next of one process, what need not be asked again. */
export interface Memory {
  kept?: Set<string>
  last?: Point | null
}

/**
 * Saves one moment of the platform in a place: documents, base, the documents that came meanwhile,
 * keys; then, once all is read back, the point that names them. Cut anywhere, there is no point.
 * Throws DocumentsMissing, NotReadBack.
 */
export async function backup(
  place: Place,
  lock: Lock,
  options: { whole: boolean; memory?: Memory; source?: Source }
): Promise<Saved> {
  const startedAt = performance.now()
  if (await askRehearsal()) throw new IsRehearsal()
  const { memory = {}, source = PLATFORM } = options
  memory.kept ??= await documentsKept(place)
  if (memory.last === undefined) memory.last = await lastPoint(place)
  // Before the base, so that little is left to do once its moment is fixed
  const before = await copyDocuments(place, await source.named(), memory.kept)
  // What follows a base under another key, or under none, could not be opened with it
  const own = baseKeyOf(backupConfig.appKey())
  const previous = memory.last?.base.shut === own.id ? memory.last : null
  const saved = await source.save(shutPlace(place, own), previous, options)
  const { at, isWhole } = saved
  const base = { ...saved.base, shut: own.id }
  const keys = await source.named()
  const after = await copyDocuments(place, keys, memory.kept)
  if (after.missing.length > 0) throw new DocumentsMissing(after.missing)
  const documents = { count: keys.length, bytes: before.bytes + after.bytes }
  const point: Point = { at, base, keys: await keepKeys(place, lock), documents }
  const name = pointName(at)
  await putText(place, name, writePoint(point))
  if (!readPoint(await textOf(place, name))) throw new Error(`${name} ne se relit pas`)
  memory.last = point
  await markSaved(at, name)
  await rm(backupConfig.aside, { recursive: true, force: true })
  return {
    point: name,
    at,
    base: { kind: base.kind, whole: isWhole, bytes: base.size },
    documents: { ...documents, copied: before.copied + after.copied, missing: 0 },
    verified: true,
    seconds: Math.round(performance.now() - startedAt) / 1000,
  }
}

/** The last whole point of a place, or null. */
export async function lastPoint(place: Place): Promise<Point | null> {
  for (const name of (await place.list('points')).toReversed()) {
    const point = momentOf(name) ? readPoint(await textOf(place, name)) : null
    if (point) return point
  }
  return null
}
