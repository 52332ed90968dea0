import { VersionSchema } from '#database/schema/ged'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { TenantModel, tenancy } from '#kernel/tenancy'

/** The bytes that a version is made of, as they were kept. */
export interface KeptFile {
  id: string
  sha256: string
  size: number
  mediaType: string
}

interface NewVersion {
  by: Actor
  comment?: string | null
  /** 2.0 after 1.3 rather than 1.4. */
  isMajor?: boolean
}

/** What a document was at one time: 1.0, 1.1, 2.0. */
export default class Version extends TenantModel(VersionSchema) {
  static table = 'ged.versions'

  /** « 1.2 » */
  get label(): string {
    return `${this.major}.${this.minor}`
  }

  static of(nodeId: string): Promise<Version[]> {
    return this.query().where('node_id', nodeId).orderBy('major', 'desc').orderBy('minor', 'desc')
  }

  /** The last of a document. */
  static async lastOf(nodeId: string): Promise<Version> {
    const [last] = await this.query()
      .where('node_id', nodeId)
      .orderBy('major', 'desc')
      .orderBy('minor', 'desc')
      .limit(1)
    return last
  }

  /** The last of each of some documents, by their identifier. */
  static async lastOfEach(nodeIds: string[]): Promise<Map<string, Version>> {
    if (nodeIds.length === 0) return new Map()
    const rows = await this.query()
      .whereIn('node_id', nodeIds)
      .orderBy('node_id')
      .orderBy('major')
      .orderBy('minor')
    return new Map(rows.map((row) => [row.nodeId, row]))
  }

  /** Adds one to a document, which its caller holds: the first is 1.0. */
  static async add(
    nodeId: string,
    file: KeptFile,
    { by, comment = null, isMajor = false }: NewVersion
  ): Promise<Version> {
    const last = (await Version.lastOf(nodeId)) as Version | undefined
    const number = !last
      ? { major: 1, minor: 0 }
      : isMajor
        ? { major: last.major + 1, minor: 0 }
        : { major: last.major, minor: last.minor + 1 }
    const { id: documentId, sha256: digest, size, mediaType } = file
    return Version.create({
      ...{ nodeId, ...number, documentId, digest, size, mediaType, comment },
      ...{ byKind: by.kind, byId: by.id ?? null, at: clock.now() },
    })
  }

  /** Of some digests, those of documents that are not in the trash. */
  static async digestsKept(digests: string[]): Promise<Set<string>> {
    const rows = await tenancy
      .trx()
      .from('ged.versions')
      .joinRaw('join ged.nodes on nodes.tenant_id = versions.tenant_id and nodes.id = node_id')
      .where('versions.tenant_id', tenancy.tenantId())
      .whereIn('digest', digests)
      .whereNull('deleted_at')
      .distinct('digest')
    return new Set(rows.map(({ digest }) => digest))
  }
}
