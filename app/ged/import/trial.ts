import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { scanStream } from '#kernel/documents/antivirus'
import { quotaBytes, storedBytes } from '#kernel/documents/quota'
import { DocumentInfected, DocumentQuotaReached } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { megabytes } from '#lib/documents/sizes'
import Version from '../nodes/version.js'
import { describe } from './metadata.js'
import { refusalOf } from './refusal.js'
import { toldOf } from './report.js'
import type { Source, SourceEntry } from './source.js'
import { TrialNames } from './trial_names.js'
import type { Trying } from './importing.js'

/** What an import of a source would do, told as if it were done; nothing is written. */
export async function tryAll(trying: Trying, source: Source): Promise<void> {
  const seen = new Trial(trying)
  for await (const entry of source.entries()) {
    try {
      await seen.look(entry)
    } catch (error) {
      trying.report.seen++
      trying.report.refused++
      trying.report.errors.push(toldOf(entry.path, refusalOf(entry.path, error as Error)))
    }
  }
}

class Trial {
  private readonly digests = new Set<string>()
  private readonly names: TrialNames
  private added = 0

  constructor(private readonly trying: Trying) {
    this.names = new TrialNames(trying)
  }

  async look(entry: SourceEntry): Promise<void> {
    if (entry.fault) throw entry.fault
    const { report, lines, metadata } = this.trying
    if (entry.kind === 'folder') return void (await this.names.folderOf(entry.names))
    describe(entry, metadata.of(entry.path), this.trying)
    const sha256 = await digest(entry)
    if (lines.get({ kind: 'document', path: entry.path })?.sha256 === sha256) {
      report.skipped++
    } else {
      await this.refuse(entry, sha256)
      await this.take(entry, sha256)
    }
    report.seen++
  }

  private async refuse(entry: SourceEntry, sha256: string): Promise<void> {
    const { tenantId } = this.trying
    const verdict = await scanStream(async function* () {
      yield* (await entry.open()) as AsyncIterable<Buffer>
    }, entry.size)
    if (verdict.is === 'infected') throw new DocumentInfected(entry.names.at(-1)!, verdict.threat)
    if (this.digests.has(sha256)) return
    const [quota, stored] = await tenancy.run(tenantId, async () => [
      await quotaBytes(),
      await storedBytes(),
    ])
    const left = quota === null ? null : quota - stored! - this.added
    if (left !== null && entry.size > left) {
      throw new DocumentQuotaReached(megabytes(quota!), megabytes(Math.max(0, left)))
    }
  }

  private async take(entry: SourceEntry, sha256: string): Promise<void> {
    const { report, tenantId } = this.trying
    const known = await tenancy.run(tenantId, () => Version.digestsKept([sha256]))
    if (known.has(sha256) || this.digests.has(sha256)) report.duplicates++
    else {
      report.imported++
      this.added += entry.size
    }
    this.digests.add(sha256)
    report.bytes += entry.size
    await this.names.nameOf(entry)
  }
}

async function digest(entry: SourceEntry): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(await entry.open(), hash)
  return hash.digest('hex')
}
