import { sweepStrays } from '#web/documents/upkeep'
import type { Tenant } from '#kernel/tenant'
import { tenancy } from '#kernel/tenancy'
import { DomainError } from '#lib/errors'
import Space from '../spaces/space.js'
import { rootOf } from '../spaces/root_of.js'
import { commonSpace, COMMON, serviceAt } from '../spaces/usual_spaces.js'
import DocumentType, { typeCalled } from '../types/document_type.js'
import { giveUsualTypes } from '../types/usual_types.js'
import { alone } from './alone.js'
import { batchOf, beginBatch, DoneLines, endBatch, findBatch, linesOf } from './batch.js'
import type { Metadata } from './metadata.js'
import { openSource } from './open_source.js'
import { emptyReport, type ImportReport, toldOf } from './report.js'
import { importAll } from './run_import.js'
import type { Source } from './source.js'
import { countTexts } from './texts.js'
import { tryAll } from './trial.js'

interface Wanted {
  tenant: Tenant
  /** Absolute, and no link. */
  path: string
  /** The address of a space; the common one when unsaid. A new one is opened for it. */
  space?: string
  /** The code of the type of what nothing else types. */
  type?: string
  metadata: Metadata
  isTrial: boolean
  /** Until the texts are read. */
  wait: boolean
}

/**
 * Imports what stands at a path of the machine; the same call after a cut ends it, and changes
 * nothing of what is done. Throws E_GED_TYPE_UNKNOWN before anything is read.
 */
export async function importPath(wanted: Wanted): Promise<ImportReport> {
  const began = performance.now()
  const types = await tenancy.run(wanted.tenant.id, async () => {
    await giveUsualTypes()
    return DocumentType.query()
  })
  if (wanted.type) typeCalled(types, wanted.type)
  let source: Source
  try {
    source = await openSource(wanted.path)
  } catch (error) {
    return refusedWhole(error as Error, began)
  }
  try {
    const run = wanted.isTrial ? trial : importFrom
    const report = await run(wanted, types, source)
    tellOfUnknown(wanted.metadata, report)
    return { ...report, seconds: secondsSince(began) }
  } finally {
    await source.close()
  }
}

async function importFrom(wanted: Wanted, types: DocumentType[], source: Source) {
  const tenantId = wanted.tenant.id
  const { id, root } = await tenancy.run(tenantId, async () => {
    const space = await spaceOf(wanted.space)
    return { id: await batchOf(space.id, wanted.path), root: await rootOf(space.id) }
  })
  return alone(id, wanted.path, async () => {
    const { batch, lines } = await tenancy.run(tenantId, async () => ({
      batch: await beginBatch(id),
      lines: await linesOf(id),
    }))
    if (batch.wasCut) await sweepStrays(tenantId)
    const report = emptyReport(batch.id)
    const [kept, places] = [new Map<string, number>(), new Map()]
    const { metadata, type = null } = wanted
    const importing = { tenantId, root, batch, lines, metadata, type, types, report, kept, places }
    await importAll(importing, source)
    report.texts = await countTexts(tenantId, importing.kept, wanted)
    await tenancy.run(tenantId, () => endBatch(batch.id))
    return report
  })
}

async function trial(wanted: Wanted, types: DocumentType[], source: Source) {
  const tenantId = wanted.tenant.id
  const report = emptyReport(null)
  const { spaceId, lines } = await tenancy.run(tenantId, async () => {
    const space = await Space.query()
      .where('slug', wanted.space ?? COMMON)
      .first()
    const batchId = space && (await findBatch(space.id, wanted.path))
    return {
      spaceId: space?.id ?? null,
      lines: batchId ? await linesOf(batchId) : new DoneLines(),
    }
  })
  const { metadata, type = null } = wanted
  await tryAll({ tenantId, spaceId, lines, metadata, type, types, report }, source)
  return report
}

async function spaceOf(slug: string | undefined): Promise<Space> {
  if (slug === undefined || slug === COMMON) return commonSpace()
  return serviceAt(slug, slug[0].toUpperCase() + slug.slice(1).replaceAll('-', ' '))
}

/** Nothing of it is kept: one refusal, at the entry that is named. */
function refusedWhole(error: Error, began: number): ImportReport {
  if (!(error instanceof DomainError)) throw error
  const path = typeof error.details.path === 'string' ? error.details.path : ''
  const report = emptyReport(null)
  return {
    ...report,
    ...{ seen: 1, refused: 1, errors: [toldOf(path, error)], seconds: secondsSince(began) },
  }
}

/** Lines that describe nothing that was there, or the same thing twice: somebody wrote a path otherwise than it is. */
function tellOfUnknown(metadata: Metadata, { errors }: ImportReport): void {
  for (const path of metadata.twice) {
    const message = `Le fichier de description parle plusieurs fois de « ${path} » : sa dernière ligne est suivie.`
    errors.push({ path, code: 'E_GED_METADATA_TWICE', message })
  }
  for (const path of metadata.unused) {
    const message = `Le fichier de description nomme « ${path} », qui n’est pas dans ce qui est importé.`
    errors.push({ path, code: 'E_GED_METADATA_PATH', message })
  }
}

const secondsSince = (began: number) => Math.round(performance.now() - began) / 1000
