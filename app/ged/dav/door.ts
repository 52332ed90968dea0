import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { person } from '#kernel/actor'
import { receive } from '#kernel/documents/intake'
import { runAsMember } from '#kernel/people/memberships'
import { hasService } from '#kernel/room'
import { tenants } from '#kernel/tenant'
import { DomainError } from '#lib/errors'
import { TooManyCalls } from '#web/api/errors'
import { gatekeeper, type Holder } from '#web/api/gate'
import { countCall, countWrong } from '#web/api/rate'
import { openDoor } from '#web/doors'
import { readAtMost } from '#web/read_at_most'
import { Held } from '../errors.js'
import { addressOf } from './address.js'
import type { DavCall } from './call.js'
import { mustHold } from './conditions.js'
import { copyTo, moveTo } from './copy_move.js'
import { DavRefusal, NotHere, TooLong, Unmapped } from './errors.js'
import { lock, unlock } from './lock.js'
import { mkcol } from './mkcol.js'
import { propfind } from './propfind.js'
import { proppatch } from './proppatch.js'
import { MOST_BYTES, put } from './put.js'
import { readFile } from './read_file.js'
import { remove } from './remove.js'
import { levelsOfHolder } from './who.js'

const METHODS: Record<string, (call: DavCall) => Promise<void>> = {
  ...{ GET: readFile, HEAD: readFile, PUT: put, DELETE: remove, MKCOL: mkcol },
  ...{ PROPFIND: propfind, PROPPATCH: proppatch, COPY: copyTo, MOVE: moveTo },
  ...{ LOCK: lock, UNLOCK: unlock },
}
const MOST_TEXT = 1_000_000
/** A folder that is copied asks some five times for each of its files. */
const MOST_CALLS = 3_000

/** WebDAV, class 2 (RFC 4918): `/dav/<member>/<space>/…`, opened by an application password. */
openDoor({ prefix: '/dav', handle: (ctx) => answer(ctx).catch((error) => fail(ctx, error)) })

async function answer(ctx: HttpContext): Promise<void> {
  const { request, response } = ctx
  response.header('cache-control', 'private, no-store')
  if (request.method() === 'OPTIONS') return tellMethods(ctx)
  const holder = await holderOf(ctx)
  if (!holder) return
  await countCall(ctx, holder.tokenId, MOST_CALLS)
  const address = addressOf(request.request.url ?? '')
  const tenant = await tenants.bySlug(address.tenant)
  if (!tenant || tenant.state !== 'active' || !hasService(tenant, 'ged')) throw Unmapped()
  const does = METHODS[request.method()]
  if (!does) throw NotHere()
  const isFile = request.method() === 'PUT'
  // Nothing is open while it comes, however long that lasts
  const file = isFile
    ? await receive(request.request, address.names.at(-1) ?? '', MOST_BYTES)
    : null
  try {
    const body = isFile ? '' : await readText(ctx)
    await runAsMember(tenant.id, holder.personId, async (place) => {
      const actor = person(holder.personId) as DavCall['actor']
      const levels = await levelsOfHolder(holder, place)
      if (levels.size === 0) throw Unmapped()
      Object.assign(ctx, { actor, tenant })
      const writes = holder.scopes.includes('ged.write')
      const call: DavCall = { ctx, address, actor, levels, writes, text: body, file }
      await mustHold(call)
      await does(call)
    })
  } finally {
    await file?.discard()
  }
}

const readText = async ({ request }: HttpContext): Promise<string> =>
  (await readAtMost(request.request, MOST_TEXT, TooLong)).toString('utf8')

/** Asks for the password where none opens the door. */
async function holderOf(ctx: HttpContext): Promise<Holder | null> {
  const said = ctx.request.header('authorization')
  const holder = said ? await gatekeeper().holderOf(said) : null
  if (holder?.kind === 'password') return holder
  if (said) await countWrong(ctx)
  ctx.response.header('www-authenticate', 'Basic realm="Documents", charset="UTF-8"')
  ctx.response.status(401).send('Donnez votre adresse et un mot de passe d’application.')
  return null
}

function tellMethods({ response }: HttpContext): void {
  response.header('dav', '1, 2').header('ms-author-via', 'DAV')
  response.header('allow', ['OPTIONS', ...Object.keys(METHODS)].join(', '))
  response.status(200).send('')
}

function fail({ response }: HttpContext, error: Error & { status?: number }): void {
  const isKnown = error instanceof DavRefusal || error instanceof DomainError
  if (!isKnown) logger.error({ err: error }, 'WebDAV')
  response.header('content-type', 'text/plain; charset=utf-8')
  if (error instanceof TooManyCalls) response.header('retry-after', error.retryAfterSeconds)
  // What is left of the body is not read: nothing else may come by this connection
  if (error.status === 413) response.header('connection', 'close')
  // What is frozen is locked to everybody (RFC 4918 §11.3)
  const status = error instanceof Held ? 423 : (error.status ?? 500)
  response.status(isKnown ? status : 500)
  response.send(isKnown ? error.message : 'Une erreur est survenue de notre côté.')
}
