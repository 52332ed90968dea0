import type { HttpContext } from '@adonisjs/core/http'
import { atomFeed } from '#lib/feed/atom'
import { appUrl } from '#config/app'
import { documents } from '#kernel/documents'
import { ActePrivate } from '../errors.js'
import type Acte from '../models/acte.js'
import { publicActe, publicFiles, publicPage } from '../screens/public_acte_screen.js'
import { publicRegister, recent } from '../screens/public_register_screen.js'
import { sendDocument } from '../send_document.js'

const NEVER = '1970-01-01T00:00:00Z'

/** What everybody may read: the actes published, and nothing of those that are withheld. */
export default class RegisterController {
  async index(ctx: HttpContext) {
    return ctx.view.render('actes/public/index', await publicRegister(ctx))
  }

  async feed({ response, tenant }: HttpContext) {
    const home = `${appUrl}/p/${tenant.slug}/actes`
    response.header('content-type', 'application/atom+xml; charset=utf-8')
    return response.send(
      atomFeed({
        home,
        title: `Actes publiés, ${tenant.name}`,
        author: tenant.name,
        updated: NEVER,
        entries: await recent(home),
      })
    )
  }

  async show(ctx: HttpContext) {
    const acte = await publicActe(ctx.params.id)
    return ctx.view.render('actes/public/show', await publicPage(acte, ctx.tenant))
  }

  async stamped(ctx: HttpContext) {
    const acte = await publicActe(ctx.params.id)
    return send(ctx, (await publicFiles(acte)).main, `${acte.identifier}.pdf`)
  }

  async signed(ctx: HttpContext) {
    const acte = await publicActe(ctx.params.id)
    return send(ctx, (await publicFiles(acte)).signed, `${acte.identifier}-signe.pdf`)
  }

  async annexe(ctx: HttpContext) {
    const acte = await publicActe(ctx.params.id)
    return send(ctx, await annexeOf(acte, Number(ctx.params.position)))
  }
}

async function annexeOf(acte: Acte, position: number): Promise<string | null> {
  const { annexes } = await publicFiles(acte)
  return annexes.find((annexe) => annexe.position === position)?.documentId ?? null
}

/** Under the name that the page announces, whatever the file was called on its way. */
async function send(ctx: HttpContext, documentId: string | null, announced?: string) {
  if (!documentId) throw new ActePrivate()
  const file = await documents.find(documentId)
  return sendDocument(ctx, announced ? { ...file, name: announced } : file, { isPublic: true })
}
