import type { HttpContext } from '@adonisjs/core/http'
import { keepTyping } from '#web/forms/kept_typing'
import type { Tenant } from '#kernel/tenant'

/** The roles for which a tenant asks more than a password: its setting identity.secondFactorFor. */
export const rolesNeedingSecondFactor = (tenant: Tenant): string[] =>
  tenant.settings?.identity?.secondFactorFor ?? []

/** Whether the person came in with a password alone where her role asks for more. */
export function lacksSecondFactor({
  tenant,
  membership,
  session,
}: Pick<HttpContext, 'tenant' | 'membership' | 'session'>): boolean {
  if (session.get('strong') === true) return false
  const roles = rolesNeedingSecondFactor(tenant)
  return membership.roles.some((role) => roles.includes(role))
}

/** Where she gets one; she comes back to the page that she wanted. `who` asks for it. */
export function askForSecondFactor(ctx: HttpContext, who: string) {
  const { request, response, session } = ctx
  ctx.unheard = true
  if (request.method() !== 'GET') keepTyping(ctx)
  else session.put('wanted', request.url(true))
  session.flash(
    'notice',
    `${who} demande une double authentification pour votre rôle. Mettez-la en place ici, puis continuez.`
  )
  return response.redirect('/compte/double-authentification')
}
