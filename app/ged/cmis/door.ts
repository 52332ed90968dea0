import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { person } from '#kernel/actor'
import { runAsMember } from '#kernel/people/memberships'
import { hasService } from '#kernel/room'
import { tenants, type Tenant } from '#kernel/tenant'
import { TooManyCalls } from '#web/api/errors'
import { gatekeeper, type Holder } from '#web/api/gate'
import { countCall, countWrong } from '#web/api/rate'
import { openDoor } from '#web/doors'
import { levelsOfHolder } from '../dav/who.js'
import { cmisAddressOf, type CmisAddress } from './address.js'
import { answerAtom } from './atom/answer.js'
import type { AtomAnswer } from './atom/atom_answer.js'
import { readEntry } from './atom/read_entry.js'
import { answerBrowser } from './browser.js'
import type { CmisCall } from './call.js'
import { CmisRefusal, NoPassword, NoSuchObject, NotDone, refusalOf } from './errors.js'
import { readForm, type ReadForm } from './read_form.js'

const MOST_CALLS = 3_000

/** What each binding is asked by. */
const METHODS = {
  browser: ['GET', 'HEAD', 'POST'],
  atom: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
}

/**
 * CMIS 1.1 by the browser binding, `/cmis/browser/<member>`, and 1.0 by AtomPub, `/cmis/atom/<member>`,
 * opened by an application password.
 */
openDoor({ prefix: '/cmis', handle: (ctx) => answer(ctx).catch((error) => fail(ctx, error)) })

async function answer(ctx: HttpContext): Promise<void> {
  const { request, response } = ctx
  response.header('cache-control', 'private, no-store')
  const holder = await holderOf(ctx)
  await countCall(ctx, holder.tokenId, MOST_CALLS)
  const address = cmisAddressOf(request.request.url ?? '')
  const tenant = await tenants.bySlug(address.tenant)
  if (!tenant || tenant.state !== 'active' || !hasService(tenant, 'ged')) throw NoSuchObject()
  if (!METHODS[address.binding].includes(request.method())) throw NotDone()
  // Nothing is open while it comes, however long that lasts
  const isAtom = address.binding === 'atom'
  const form = await (isAtom ? readEntry(ctx) : readForm(ctx))
  try {
    const told = await runAsMember(tenant.id, holder.personId, async (place) => {
      const levels = await levelsOfHolder(holder, place)
      if (levels.size === 0) throw NoSuchObject()
      const call = callOf(ctx, { tenant, address, holder, levels, form })
      return isAtom ? { atom: await answerAtom(call) } : { json: await answerBrowser(call) }
    })
    if (told.json !== undefined) response.json(told.json)
    if (told.atom) sendAtom(ctx, told.atom)
  } finally {
    await form.file?.discard()
  }
}

function sendAtom({ response }: HttpContext, { status, type, text, location }: AtomAnswer): void {
  if (location) response.header('location', location).header('content-location', location)
  response.header('content-type', `${type}; charset=utf-8`).status(status).send(text)
}

interface Known {
  tenant: Tenant
  address: CmisAddress
  holder: Holder
  levels: CmisCall['levels']
  form: ReadForm
}

function callOf(ctx: HttpContext, { tenant, address, holder, levels, form }: Known): CmisCall {
  const actor = person(holder.personId) as CmisCall['actor']
  // What is sent as bytes is noted as read by her, in this member
  Object.assign(ctx, { actor, tenant })
  const writes = holder.scopes.includes('ged.write')
  return { ctx, tenant, address, actor, levels, writes, ...form }
}

/** Asks for the password where none opens the door. */
async function holderOf(ctx: HttpContext): Promise<Holder> {
  const said = ctx.request.header('authorization')
  const holder = said ? await gatekeeper().holderOf(said) : null
  if (holder?.kind === 'password') return holder
  if (said) await countWrong(ctx)
  ctx.response.header('www-authenticate', 'Basic realm="Documents", charset="UTF-8"')
  throw NoPassword()
}

/** `{ exception, message }` (CMIS 1.1 §5.2.10). */
function fail({ response }: HttpContext, error: Error): void {
  const known = refusalOf(error)
  if (!known) logger.error({ err: error }, 'CMIS')
  if (error instanceof TooManyCalls) response.header('retry-after', error.retryAfterSeconds)
  // What is left of the body is not read: nothing else may come by this connection
  if (known?.status === 413) response.header('connection', 'close')
  const { exception, message, status } =
    known ?? new CmisRefusal('runtime', 'Une erreur est survenue de notre côté.')
  response.status(status).json({ exception, message })
}
