import { setImmediate } from 'node:timers/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { tenancy } from '#kernel/tenancy'
import { DomainError } from '#lib/errors'
import type { IncomingFile } from '#web/uploads'
import { placeFor } from '../access/allowed.js'
import { readMailOf, wordsOf } from '../import/mail_source.js'
import type { ReadMail } from '../import/read_mail.js'
import type { OwnWords } from '../import/source.js'
import { depositFile } from '../nodes/deposit_file.js'
import { isMailName } from '../rules/names.js'
import { carriedFiles, folderOfParts, partsRefused } from './carried_files.js'
import { saidOf } from './said_of.js'

/** What became of one file that was dropped. */
export interface Deposited {
  /** As it was given. */
  name: string
  /** The document that it is; null when it is refused. */
  nodeId: string | null
  refused: string | null
}

/** Where a drop goes. */
export interface DropPlace {
  slug: string
  parent: string | null
}

interface Dropped extends DropPlace {
  files: IncomingFile[]
}

const OUR_FAULT = 'Une panne de notre côté : ce fichier n’est pas gardé. Déposez-le de nouveau.'

/**
 * Files each of the files that somebody dropped, in a transaction of its own: one that is refused
 * leaves the others alone. What a message carries is filed beside it, in a folder of its name.
 * Outside any transaction; her rights are asked for again at each.
 */
export async function depositEach(
  ctx: HttpContext,
  tenantId: string,
  { slug, parent, files }: Dropped
): Promise<Deposited[]> {
  const deposited: Deposited[] = []
  for (const file of files) {
    const mail = isMailName(file.name) ? await mailOf(file) : null
    const own = mail ? wordsOf(mail) : undefined
    const one = await deposit(ctx, tenantId, { slug, parent }, file, own)
    deposited.push(one)
    if (one.nodeId && mail) deposited.push(...(await depositParts(ctx, tenantId, one, mail, slug)))
    await setImmediate()
  }
  return deposited
}

async function deposit(
  ctx: HttpContext,
  tenantId: string,
  { slug, parent }: DropPlace,
  file: IncomingFile,
  own: OwnWords | undefined
): Promise<Deposited> {
  try {
    const { id } = await tenancy.run(tenantId, async () => {
      const place = await placeFor(ctx, slug, parent, 'contributor')
      return depositFile(place, file, ctx.actor, await saidOf(file.name, own))
    })
    return { name: file.name, nodeId: id, refused: null }
  } catch (error) {
    // What came in pieces is not kept for one who is told no
    await tenancy.run(tenantId, () => file.done())
    return { name: file.name, nodeId: null, refused: whyRefused(ctx, file, error) }
  }
}

async function depositParts(
  ctx: HttpContext,
  tenantId: string,
  message: Deposited,
  mail: ReadMail,
  slug: string
): Promise<Deposited[]> {
  const refused = partsRefused(mail)
  if (refused) return [{ name: message.name, nodeId: null, refused: refused.message }]
  const carried = carriedFiles(mail)
  if (carried.length === 0) return []
  const folder = await tenancy.run(tenantId, () => folderOfParts(message.nodeId!, ctx.actor))
  const deposited: Deposited[] = []
  for (const { file, own } of carried) {
    deposited.push(await deposit(ctx, tenantId, { slug, parent: folder }, file, own))
  }
  return deposited
}

const mailOf = ({ name, size, open }: IncomingFile) =>
  readMailOf({ path: name, names: [name], kind: 'file', size, open: async () => open() })

function whyRefused({ logger }: HttpContext, { name }: IncomingFile, error: unknown): string {
  if (error instanceof DomainError) return error.message
  // A fault in one file must not hide what became of the others
  logger.error({ err: error, file: name }, 'a file that was dropped could not be kept')
  return OUR_FAULT
}
