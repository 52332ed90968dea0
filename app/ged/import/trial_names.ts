import { tenancy } from '#kernel/tenancy'
import Node from '../nodes/node.js'
import { mendedName, nameFault, nameKey, numberedName } from '../rules/names.js'
import { renamed } from './report.js'
import type { SourceEntry } from './source.js'
import type { Trying } from './importing.js'

/** The names that an import would give, without giving them. */
export class TrialNames {
  /** What each folder of the source would be called, and which names each would hold. */
  private readonly folders = new Map<string, string>()
  private readonly names = new Map<string, Set<string>>()

  constructor(private readonly trying: Trying) {}

  /** Says so when a document would not keep its name. */
  async nameOf({ names, path }: SourceEntry): Promise<void> {
    await this.nameIn(await this.folderOf(names.slice(0, -1)), names.at(-1)!, path)
  }

  /** The path in the space of a folder of the source. */
  async folderOf(names: string[]): Promise<string> {
    if (names.length === 0) return ''
    const path = names.join('/')
    const known = this.folders.get(path)
    if (known !== undefined) return known
    const above = await this.folderOf(names.slice(0, -1))
    const name = await this.nameIn(above, names.at(-1)!, path)
    const whole = above ? `${above}/${name}` : name
    this.folders.set(path, whole)
    return whole
  }

  private async nameIn(folder: string, given: string, path: string): Promise<string> {
    const taken = this.names.get(folder) ?? (await this.takenIn(folder))
    this.names.set(folder, taken)
    const mended = nameFault(given) ? mendedName(given) : given
    let name = mended
    for (let number = 2; taken.has(nameKey(name)); number++) name = numberedName(mended, number)
    taken.add(nameKey(name))
    if (name !== given) this.trying.report.errors.push(renamed(path, name))
    return name
  }

  /** The names that the documents at a path of the space bear now; folders of one name are one. */
  private async takenIn(folder: string): Promise<Set<string>> {
    const { tenantId, spaceId } = this.trying
    if (!spaceId) return new Set()
    return tenancy.run(tenantId, async () => {
      let parentId: string | null = null
      for (const name of folder ? folder.split('/') : []) {
        const found: Node | null = await Node.called({ spaceId, parentId }, name)
        if (found?.kind !== 'folder') return new Set<string>()
        parentId = found.id
      }
      const held = await Node.at({ spaceId, parentId }).where('kind', 'document')
      return new Set(held.map(({ nameKey: key }) => key))
    })
  }
}
