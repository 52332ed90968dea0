import { SYSTEM } from '#kernel/actor'
import { refuseClosed } from '../closing/closed.js'
import Node, { type Place } from '../nodes/node.js'
import { freeName } from '../nodes/naming.js'
import { isSameName } from '../rules/names.js'
import { writeLine, type DoneLines, type Line } from './batch.js'
import { renamed, type Told } from './report.js'

/** The folders of a batch: where each folder of its source stands in the space. */
export class BatchFolders {
  private readonly known = new Map<string, Place>()
  /** Those that stand for a folder of this source: a twin of it is another folder. */
  private readonly taken: Set<string | null>
  /** What this transaction writes, and which counts once it is committed. */
  readonly fresh: Line[] = []

  constructor(
    private readonly batchId: string,
    private readonly root: Place,
    private readonly lines: DoneLines,
    /** Where those of the source went in transactions that were committed, by their path. */
    private readonly settled: Map<string, Place>
  ) {
    this.taken = new Set(lines.folderIds)
  }

  /** Where the entries of a folder of the source go; made when it is not there. */
  async placeOf(names: string[], tell: (told: Told) => void): Promise<Place> {
    if (names.length === 0) return this.root
    const path = names.join('/')
    const known = this.known.get(path) ?? (await this.stillThere(path))
    if (known) {
      this.known.set(path, known)
      return known
    }
    const above = await this.placeOf(names.slice(0, -1), tell)
    const folder = (await this.ofEarlierRun(path)) ?? (await this.open(above, names, tell))
    this.known.set(path, folder.within)
    this.taken.add(folder.id)
    return folder.within
  }

  /** Once committed: the next transactions need not walk there again. */
  settle(): void {
    for (const [path, place] of this.known) this.settled.set(path, place)
  }

  /** Where an earlier transaction put a folder, unless somebody has thrown it away since. */
  private async stillThere(path: string): Promise<Place | undefined> {
    const place = this.settled.get(path)
    const node = place?.parentId ? await Node.find(place.parentId) : null
    return node && !node.deletedAt ? node.within : undefined
  }

  private async ofEarlierRun(path: string): Promise<Node | null> {
    const line = this.lines.get({ kind: 'folder', path })
    const node = line?.nodeId ? await Node.find(line.nodeId) : null
    return node && !node.deletedAt ? node : null
  }

  /** One of the same name that stands there already is the same; but not a twin within one source. */
  private async open(above: Place, names: string[], tell: (told: Told) => void): Promise<Node> {
    const [name, path] = [names.at(-1)!, names.join('/')]
    const twin = await Node.called(above, name)
    const isSame = twin?.kind === 'folder' && isSameName(twin.name, name)
    let folder = twin
    if (!folder || !isSame || this.taken.has(folder.id)) {
      await refuseClosed([above.accessId])
      const free = await freeName(above, name)
      if (free !== name) tell(renamed(path, free))
      folder = await Node.openFolder(above, free, SYSTEM)
    }
    const nodeId = folder.id
    this.fresh.push(
      await writeLine(this.batchId, {
        ...{ path, kind: 'folder', outcome: 'imported', sha256: null, nodeId },
      })
    )
    return folder
  }
}
