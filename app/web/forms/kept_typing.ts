import encryption from '@adonisjs/core/services/encryption'
import type { HttpContext } from '@adonisjs/core/http'
import edge from 'edge.js'
import { appUrl } from '#config/app'
import { clock } from '#kernel/clock'
import { giveBackSentence, keepable, type Typing } from './typing.js'

const TYPIST = 'typist'
const TYPING = 'typing'
/** The time to find one's password, not that of a night on a shared computer. */
const KEPT_MS = 2 * 3600_000
/** Beyond, the browser's own copy is the only one. */
const LONGEST = 300_000
const SIGN_IN = ['/connexion', '/moi/connexion']

interface Kept {
  typist: string
  at: number
  typed: Typing
  files: string[]
}

/** The hidden field by which a form says, under seal, who is writing in it. */
export function typistField({ actor, auth }: HttpContext) {
  const id = auth?.user?.id ?? (actor?.kind === 'outside' ? actor.id : null)
  if (!id) return ''
  const sealed = encryption.encrypt(id, { purpose: TYPIST })
  return edge.globals.html.safe(`<input type="hidden" name="_typist" value="${sealed}">`)
}

/**
 * Somebody sends a form and is not signed in any more: what she typed waits, encrypted, in the
 * session of her browser, for her and nobody else; and she will come back to the form's page, under
 * the name by which her door remembers it.
 */
export function keepTyping(ctx: HttpContext, wanted = 'wanted'): void {
  const { request, session } = ctx
  const page = pageOfTheForm(ctx)
  if (page) session.put(wanted, page)
  const sealed = request.original()?._typist
  const typist = typeof sealed === 'string' ? encryption.decrypt<string>(sealed, TYPIST) : null
  if (!page || !typist) return
  const kept: Kept = {
    typist,
    at: clock.now().toMillis(),
    typed: keepable(request.original()),
    files: fileNames(request.allFiles()),
  }
  const written = encryption.encrypt(kept, { purpose: TYPING })
  if (written.length <= LONGEST) session.put(TYPING, written)
}

export const hasKeptTyping = ({ session }: HttpContext): boolean => session?.has(TYPING) ?? false

/** Fills the form's page again, which is the next that she asks for. */
export function giveBackTyping({ session }: HttpContext, typistId: string): void {
  const written: string | null = session.pull(TYPING)
  const kept = written ? encryption.decrypt<Kept>(written, TYPING) : null
  if (!kept || kept.typist !== typistId) return
  if (clock.now().toMillis() - kept.at > KEPT_MS) return
  session.flash({ ...(kept.typed as Record<string, any>), replayed: true })
  session.flash('notice', giveBackSentence(kept.files))
}

/** The page from which the form was sent; null when another site, or nothing, says so. */
function pageOfTheForm({ request }: HttpContext): string | null {
  const referer = URL.parse(request.header('referer') ?? '', appUrl)
  const ours = [URL.parse(appUrl)?.host, request.host()]
  const site = request.header('sec-fetch-site')
  if (!referer || !ours.includes(referer.host) || SIGN_IN.includes(referer.pathname)) return null
  return site && site !== 'same-origin' ? null : referer.pathname + referer.search
}

/** The names of files, whatever the depth at which a form holds them. */
function fileNames(files: object): string[] {
  return Object.values(files).flatMap((file) =>
    file && typeof file.clientName === 'string' ? [file.clientName] : fileNames(file ?? {})
  )
}
