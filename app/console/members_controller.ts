import type { HttpContext } from '@adonisjs/core/http'
import { invite } from '#identity'
import { listPage } from '#web/list/index'
import { currentNotices, missingOf } from '#web/notices'
import { provision } from '#console/provisioning'
import { blueprints } from '#console/provisioning/library'
import { tenants } from '#kernel/tenant'
import { administratorOf, describedBy, memberForm, type MemberForm } from './member_form.js'
import { memberFacts } from './member_facts.js'
import { memberList, MEMBERS } from './member_list.js'
import { memberOf } from './members.js'

const PREVIEW = 'new_member'

/** The members of the syndicat, and how one becomes one. */
export default class MembersController {
  async index(ctx: HttpContext) {
    const list = await listPage(ctx, await memberList(), MEMBERS)
    const missing = missingOf(await currentNotices())
    return ctx.view.render('operator/members', { list, missing })
  }

  async create({ request, view }: HttpContext) {
    return view.render('operator/new_member', {
      blueprints: await blueprints(),
      siren: request.input('siren'),
    })
  }

  /** The page of a preview: it may be reloaded, and « Corriger » goes back to the form as it was. */
  async previewed({ actor, request, response, session, view }: HttpContext) {
    const form: MemberForm | undefined = session.get(PREVIEW)
    if (!form || request.input('corriger') || session.flashMessages.get('replayed')) {
      session.reflash()
      if (form) session.flash(form as Record<string, string>)
      return response.redirect('/exploitation/membres/nouveau')
    }
    const known = await tenants.bySiren(form.siren)
    const { tenant, changes } = await this.#provision(form, actor, true)
    return view.render('operator/preview', { form, tenant, changes, known })
  }

  /** Checks that it can be done, then leads to its page: reloading that page sends nothing again. */
  async preview({ actor, request, response, session }: HttpContext) {
    // Compared with nothing: it shows what would be, and records nothing
    const form = await request.validateUsing(memberForm)
    await this.#provision(form, actor, true)
    session.put(PREVIEW, form)
    return response.redirect('/exploitation/membres/apercu')
  }

  async store({ actor, request, response, session }: HttpContext) {
    // Compared with nothing: it creates a member; a SIREN that is known already refuses it
    const form = await request.validateUsing(memberForm)
    const { tenant } = await this.#provision(form, actor, false)
    session.forget(PREVIEW)
    session.flash('success', `${tenant.name} est membre. L’invitation part à ${form.email}.`)
    return response.redirect(`/exploitation/membres/${tenant.id}`)
  }

  async show({ params, view }: HttpContext) {
    const member = await memberOf(params.id)
    return view.render('operator/member', { member, ...(await memberFacts(member)) })
  }

  #provision(form: MemberForm, actor: HttpContext['actor'], dryRun: boolean) {
    const administrator = administratorOf(form)
    return provision(describedBy(form), {
      dryRun,
      actor,
      also: async () => {
        await invite(administrator, actor)
        return [`Invitation à administrer : ${administrator.fullName} (${administrator.email}).`]
      },
    })
  }
}
