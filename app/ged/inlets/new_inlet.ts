import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { uuidv7 } from '#lib/values'
import { spaceFor } from '../access/allowed.js'
import { placeWritten } from '../access/place_written.js'
import { InletTwice, ScansMissing } from '../errors.js'
import Inlet from './inlet.js'
import { mailboxAddress } from './mailbox_address.js'
import { scanFolders } from './scans.js'
import { sealed } from './secrets.js'

const HOST = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i

const space = () => vine.string().trim().maxLength(60)
const path = () => vine.string().trim().maxLength(2000).optional()

const newInlet = vine.create(
  vine.union([
    vine.union.if(
      (value) => (value as { kind?: unknown }).kind === 'mailbox',
      vine.object({
        ...{ kind: vine.literal('mailbox'), space: space(), path: path() },
        host: vine.string().trim().regex(HOST),
        port: vine.number().min(1).max(65_535).withoutDecimals(),
        box: vine.string().trim().minLength(1).maxLength(200),
        mailLogin: vine.string().trim().minLength(1).maxLength(320),
        password: vine.string().minLength(1).maxLength(500),
      })
    ),
    vine.union.else(
      vine.object({
        ...{ kind: vine.literal('folder'), scansSpace: space(), scansPath: path() },
        folder: vine.string().minLength(1).maxLength(255),
      })
    ),
  ])
)

/**
 * Opens a way by which papers come in, as its form says. @throws E_GED_SPACE_MISSING,
 * E_GED_NO_SUCH_FOLDER, E_GED_NOT_ALLOWED, E_GED_SCANS_MISSING, E_GED_INLET_TWICE
 */
export async function newInletOf(ctx: HttpContext): Promise<Inlet> {
  const asked = await ctx.request.validateUsing(newInlet)
  const { spaceId, folderId } = await destination(ctx, asked)
  const source = asked.kind === 'mailbox' ? mailboxAddress(asked) : asked.folder
  if (asked.kind === 'folder' && !(await scanFolders(ctx.tenant.siren))?.includes(source)) {
    throw new ScansMissing(source).at('folder')
  }
  const access =
    asked.kind === 'mailbox' ? { login: asked.mailLogin, password: sealed(asked.password) } : {}
  const twin = await Inlet.query()
    .where({ kind: asked.kind, source, login: access.login ?? null })
    .whereNull('closed_at')
    .first()
  if (twin) throw new InletTwice().at(asked.kind === 'mailbox' ? 'host' : 'folder')
  const inlet = await Inlet.create({
    ...{ id: uuidv7(), kind: asked.kind, source, ...access, spaceId, folderId },
    ...{ openedAt: clock.now(), openedBy: ctx.actor.id ?? null },
  })
  const data = { kind: asked.kind, source }
  await journal.append({ type: 'ged.inlet_opened', subject: inlet.ref, actor: ctx.actor, data })
  return inlet
}

/** The two forms of one page name their fields apart. */
type Destination =
  | { kind: 'mailbox'; space: string; path?: string }
  | { kind: 'folder'; scansSpace: string; scansPath?: string }

async function destination(ctx: HttpContext, asked: Destination) {
  const isMailbox = asked.kind === 'mailbox'
  const [slug, written] = isMailbox
    ? [asked.space, asked.path]
    : [asked.scansSpace, asked.scansPath]
  const field = isMailbox ? 'path' : 'scansPath'
  const { space: there } = await spaceFor(ctx, slug)
  const place = await placeWritten(ctx, there.id, written ?? '', field)
  return { spaceId: there.id, folderId: place.parentId }
}

/** Shuts it: nothing comes by it any more, and what came stays. */
export async function closeInlet(inlet: Inlet, { actor }: HttpContext): Promise<void> {
  // Its password serves nobody any more
  const closed = { closedAt: clock.now(), closedBy: actor.id ?? null }
  await inlet.merge({ ...closed, ...(inlet.password && { password: sealed('') }) }).save()
  await journal.append({ type: 'ged.inlet_closed', subject: inlet.ref, actor })
}
