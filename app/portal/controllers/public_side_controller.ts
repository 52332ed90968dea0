import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { journal } from '#kernel/journal'
import { tenants } from '#kernel/tenant'
import { mustBeCurrent, nowSaved, seenIn } from '#web/forms/shared_form'
import { openPublicSide } from '#web/public_side'
import {
  FIELDS,
  publicSideForm,
  readPublicSide,
  savePublicSide,
  sharedPublicSide,
} from '../public_side_form.js'
import { imagesOf } from '../towns/images.js'

/** « Côté public »: what a member shows to everybody, as its administrator decides it. */
export default class PublicSideController {
  async edit({ view }: HttpContext) {
    const tenant = await tenants.fresh()
    const shared = sharedPublicSide(tenant)
    return view.render('portal/public_side/edit', {
      publicSince: tenant.publicSince,
      images: imagesOf(tenant),
      shared: { form: shared.key, seen: seenIn(shared) },
      ...publicSideForm(tenant),
    })
  }

  /** How to reach the member, and when. */
  async update(ctx: HttpContext) {
    const { values, problems } = readPublicSide(ctx.request.only(FIELDS))
    if (problems.length > 0) throw new errors.E_VALIDATION_ERROR(problems)
    const tenant = await tenants.hold()
    const shared = sharedPublicSide(tenant)
    await mustBeCurrent(ctx, shared)
    await savePublicSide(tenant, values)
    await journal.append({
      type: 'portal.contact_changed',
      subject: { capability: 'kernel', type: 'tenant', id: tenant.id },
      actor: ctx.actor,
    })
    await nowSaved(ctx, shared.key)
    return back(ctx, 'Les coordonnées et les horaires sont enregistrés.')
  }

  async open(ctx: HttpContext) {
    // Compared with nothing: it is opened once, whoever asks first
    await openPublicSide(ctx.actor)
    return back(ctx, 'Votre côté public est ouvert à tous.')
  }
}

function back({ response, session, tenant }: HttpContext, words: string) {
  session.flash('success', words)
  return response.redirect(`/c/${tenant.slug}/cote-public`)
}
