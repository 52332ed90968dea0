import type { HttpContext } from '@adonisjs/core/http'
import { member } from '#lib/uploads/purpose'
import { uploads, type Upload } from '#kernel/uploads/uploads'

/** The large files that a form sent before itself, when it comes back: they need not go again. */
export async function keptUploads(ctx: HttpContext, field: string): Promise<Upload[]> {
  if (!ctx.tenant || !ctx.membership) return []
  const named: unknown = ctx.session?.flashMessages.get(`uploads.${field}`)
  const found = []
  for (const id of [named ?? []].flat().slice(0, 500)) {
    const upload = await uploads.seek(member(ctx.actor.id!), String(id))
    if (upload && upload.received === upload.size) found.push(upload)
  }
  return found
}
