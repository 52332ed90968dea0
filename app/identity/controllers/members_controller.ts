import { allRoles, roleLabel } from '#kernel/room'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { NotFound } from '#web/errors'
import { mustBeCurrent, nowSaved, seenIn, type SharedForm } from '#web/forms/shared_form'
import Invitation from '#identity/invitation'
import { changeRoles, reinstateMember, suspendMember } from '#identity/members'
import Membership from '#kernel/people/membership'
import { memberHere } from '#kernel/people/members'
import { memberList } from '#identity/member_list'
import { here } from '#web/here'
import { listPage } from '#web/list/index'
import { isUuid, PhoneNumber } from '#lib/values'
import { roleChoices } from './role_choices.js'

const form = vine.create({
  roles: vine
    .array(vine.enum(() => allRoles()))
    .notEmpty()
    .distinct(),
  title: vine.string().trim().maxLength(120).optional(),
})
const inWords = (roles: string[]) => roles.map((role) => roleLabel(role)).join(', ')

async function found(id: string): Promise<Membership> {
  const member = isUuid(id) ? await Membership.find(id) : null
  if (!member) throw new NotFound()
  return member
}

/** Two people who administer may have the same member open. */
const sharedMember = ({
  id,
  title,
  roles,
}: Pick<Membership, 'id' | 'title' | 'roles'>): SharedForm => ({
  key: `membre:${id}`,
  what: 'cette fiche',
  stored: { title, roles: roles.map((role) => roleLabel(role)) },
  labels: { title: 'Fonction', roles: 'Rôles' },
})

/** Who works in a tenant. */
export default class MembersController {
  async index(ctx: HttpContext) {
    const base = here('identity.members.index', { tenant: ctx.tenant })
    const waiting = await Invitation.query().whereNull('acceptedAt').orderBy('createdAt', 'desc')
    return ctx.view.render('identity/members/index', {
      list: await listPage(ctx, memberList(base), base),
      invitations: waiting.map((row) => ({ row, words: inWords(row.roles) })),
    })
  }

  async edit({ params, view }: HttpContext) {
    const { id } = await found(params.id)
    const member = (await memberHere(id))!
    const shared = sharedMember(member)
    const phone = member.phone && PhoneNumber.parse(member.phone).toFrench()
    return view.render('identity/members/edit', {
      member: { ...member, phone },
      choices: roleChoices(),
      shared: { form: shared.key, seen: seenIn(shared) },
    })
  }

  async update(ctx: HttpContext) {
    const { roles, title } = await ctx.request.validateUsing(form)
    const member = await found(ctx.params.id)
    const shared = sharedMember(member)
    await mustBeCurrent(ctx, shared)
    await changeRoles(member, { roles, title: title ?? null }, ctx.actor)
    await nowSaved(ctx, shared.key)
    return back(ctx, 'Les rôles sont enregistrés.')
  }

  async suspend(ctx: HttpContext) {
    await suspendMember(await found(ctx.params.id), ctx.actor)
    return back(ctx, 'Cette personne n’a plus accès à votre collectivité.')
  }

  async reinstate(ctx: HttpContext) {
    await reinstateMember(await found(ctx.params.id), ctx.actor)
    return back(ctx, 'Cette personne a de nouveau accès à votre collectivité.')
  }
}

function back({ response, session, tenant }: HttpContext, words: string) {
  session.flash('success', words)
  return response.redirect(`/c/${tenant.slug}/membres`)
}
