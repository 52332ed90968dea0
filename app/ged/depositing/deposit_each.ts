import { setImmediate } from 'node:timers/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { tenancy } from '#kernel/tenancy'
import { DomainError } from '#lib/errors'
import type { IncomingFile } from '#web/uploads'
import { placeFor } from '../access/allowed.js'
import { readMailHead } from '../import/mail_source.js'
import { depositFile } from '../nodes/deposit_file.js'
import type { Description, Place } from '../nodes/node.js'
import { saidByName } from '../rules/said_by_name.js'
import DocumentType from '../types/document_type.js'

/** What became of one file that was dropped. */
export interface Deposited {
  /** As it was given. */
  name: string
  /** The document that it is; null when it is refused. */
  nodeId: string | null
  refused: string | null
}

interface Dropped {
  slug: string
  parent: string | null
  files: IncomingFile[]
}

const OUR_FAULT = 'Une panne de notre côté : ce fichier n’est pas gardé. Déposez-le de nouveau.'

/**
 * Files each of the files that somebody dropped, in a transaction of its own: one that is refused
 * leaves the others alone. Outside any transaction; her rights are asked for again at each.
 */
export async function depositEach(
  ctx: HttpContext,
  tenantId: string,
  { slug, parent, files }: Dropped
): Promise<Deposited[]> {
  const deposited: Deposited[] = []
  for (const file of files) {
    try {
      const nodeId = await tenancy.run(tenantId, async () => {
        const place = await placeFor(ctx, slug, parent, 'contributor')
        return (await fileOne(ctx, place, file)).id
      })
      deposited.push({ name: file.name, nodeId, refused: null })
    } catch (error) {
      deposited.push({ name: file.name, nodeId: null, refused: whyRefused(ctx, file, error) })
      // What came in pieces is not kept for one who is told no
      await tenancy.run(tenantId, () => file.done())
    }
    await setImmediate()
  }
  return deposited
}

const fileOne = async (ctx: HttpContext, place: Place, file: IncomingFile) =>
  depositFile(place, file, ctx.actor, await saidOf(file))

/** What a file says of itself: a message by its head, any other by its name. */
async function saidOf(file: IncomingFile): Promise<Partial<Description>> {
  const types = await DocumentType.query()
  const byName = saidByName(file.name, types)
  const own = /\.eml$/i.test(file.name) ? await headOf(file) : undefined
  const code = own?.type ?? byName.type
  return {
    typeId: types.find((type) => type.code === code)?.id ?? null,
    date: own?.date ?? byName.date,
    ...(own?.title && { title: own.title }),
    ...(own?.fields && { fields: own.fields }),
  }
}

const headOf = ({ name, size, open }: IncomingFile) =>
  readMailHead({ path: name, names: [name], kind: 'file', size, open: async () => open() })

function whyRefused({ logger }: HttpContext, { name }: IncomingFile, error: unknown): string {
  if (error instanceof DomainError) return error.message
  // A fault in one file must not hide what became of the others
  logger.error({ err: error, file: name }, 'a file that was dropped could not be kept')
  return OUR_FAULT
}
