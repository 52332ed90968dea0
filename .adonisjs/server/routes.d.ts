import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'accents.show': { paramsTuple: [ParamValue]; params: {'colour': ParamValue} }
    'parts.index': { paramsTuple?: []; params?: {} }
    'identity.login.show': { paramsTuple?: []; params?: {} }
    'identity.login.store': { paramsTuple?: []; params?: {} }
    'identity.login.destroy': { paramsTuple?: []; params?: {} }
    'identity.second_step.show': { paramsTuple?: []; params?: {} }
    'identity.second_step.store': { paramsTuple?: []; params?: {} }
    'identity.passkey_login.options': { paramsTuple?: []; params?: {} }
    'identity.passkey_login.store': { paramsTuple?: []; params?: {} }
    'identity.password_lost.create': { paramsTuple?: []; params?: {} }
    'identity.password_lost.store': { paramsTuple?: []; params?: {} }
    'identity.password_lost.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'identity.password_lost.update': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'identity.invitation.show': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'identity.invitation.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'account.workplaces.index': { paramsTuple?: []; params?: {} }
    'account.show': { paramsTuple?: []; params?: {} }
    'account.update': { paramsTuple?: []; params?: {} }
    'account.password.edit': { paramsTuple?: []; params?: {} }
    'account.password.update': { paramsTuple?: []; params?: {} }
    'account.totp.show': { paramsTuple?: []; params?: {} }
    'account.totp.store': { paramsTuple?: []; params?: {} }
    'account.totp.update': { paramsTuple?: []; params?: {} }
    'account.totp.destroy': { paramsTuple?: []; params?: {} }
    'account.recovery_codes.store': { paramsTuple?: []; params?: {} }
    'account.passkeys.index': { paramsTuple?: []; params?: {} }
    'account.passkeys.options': { paramsTuple?: []; params?: {} }
    'account.passkeys.store': { paramsTuple?: []; params?: {} }
    'account.passkeys.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'account.sessions.index': { paramsTuple?: []; params?: {} }
    'account.sessions.destroy_others': { paramsTuple?: []; params?: {} }
    'account.sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.members.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'identity.invitations.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'identity.invitations.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'identity.invitations.resend': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'identity.invitations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'identity.members.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'identity.members.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'identity.members.suspend': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'identity.members.reinstate': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'operator.members.index': { paramsTuple?: []; params?: {} }
    'operator.members.create': { paramsTuple?: []; params?: {} }
    'operator.members.back': { paramsTuple?: []; params?: {} }
    'operator.members.preview': { paramsTuple?: []; params?: {} }
    'operator.members.store': { paramsTuple?: []; params?: {} }
    'operator.members.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.suspend': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.resume': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.services': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.identity': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.verify': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.seal': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.provision': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.jobs.index': { paramsTuple?: []; params?: {} }
    'operator.jobs.relaunch_all': { paramsTuple?: []; params?: {} }
    'operator.jobs.relaunch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.seals.index': { paramsTuple?: []; params?: {} }
    'operator.health.index': { paramsTuple?: []; params?: {} }
    'operator.log.index': { paramsTuple?: []; params?: {} }
    'portal.home.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.tasks.index': { paramsTuple?: []; params?: {} }
    'portal.front.show': { paramsTuple?: []; params?: {} }
    'portal.accessibility': { paramsTuple?: []; params?: {} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.privacy': { paramsTuple?: []; params?: {} }
    'portal.public.towns.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
  }
  GET: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'accents.show': { paramsTuple: [ParamValue]; params: {'colour': ParamValue} }
    'parts.index': { paramsTuple?: []; params?: {} }
    'identity.login.show': { paramsTuple?: []; params?: {} }
    'identity.second_step.show': { paramsTuple?: []; params?: {} }
    'identity.password_lost.create': { paramsTuple?: []; params?: {} }
    'identity.password_lost.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'identity.invitation.show': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'account.workplaces.index': { paramsTuple?: []; params?: {} }
    'account.show': { paramsTuple?: []; params?: {} }
    'account.password.edit': { paramsTuple?: []; params?: {} }
    'account.totp.show': { paramsTuple?: []; params?: {} }
    'account.passkeys.index': { paramsTuple?: []; params?: {} }
    'account.sessions.index': { paramsTuple?: []; params?: {} }
    'identity.members.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'identity.invitations.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'identity.members.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'operator.members.index': { paramsTuple?: []; params?: {} }
    'operator.members.create': { paramsTuple?: []; params?: {} }
    'operator.members.back': { paramsTuple?: []; params?: {} }
    'operator.members.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.jobs.index': { paramsTuple?: []; params?: {} }
    'operator.seals.index': { paramsTuple?: []; params?: {} }
    'operator.health.index': { paramsTuple?: []; params?: {} }
    'operator.log.index': { paramsTuple?: []; params?: {} }
    'portal.home.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.tasks.index': { paramsTuple?: []; params?: {} }
    'portal.front.show': { paramsTuple?: []; params?: {} }
    'portal.accessibility': { paramsTuple?: []; params?: {} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.privacy': { paramsTuple?: []; params?: {} }
    'portal.public.towns.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
  }
  HEAD: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'accents.show': { paramsTuple: [ParamValue]; params: {'colour': ParamValue} }
    'parts.index': { paramsTuple?: []; params?: {} }
    'identity.login.show': { paramsTuple?: []; params?: {} }
    'identity.second_step.show': { paramsTuple?: []; params?: {} }
    'identity.password_lost.create': { paramsTuple?: []; params?: {} }
    'identity.password_lost.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'identity.invitation.show': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'account.workplaces.index': { paramsTuple?: []; params?: {} }
    'account.show': { paramsTuple?: []; params?: {} }
    'account.password.edit': { paramsTuple?: []; params?: {} }
    'account.totp.show': { paramsTuple?: []; params?: {} }
    'account.passkeys.index': { paramsTuple?: []; params?: {} }
    'account.sessions.index': { paramsTuple?: []; params?: {} }
    'identity.members.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'identity.invitations.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'identity.members.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'operator.members.index': { paramsTuple?: []; params?: {} }
    'operator.members.create': { paramsTuple?: []; params?: {} }
    'operator.members.back': { paramsTuple?: []; params?: {} }
    'operator.members.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.jobs.index': { paramsTuple?: []; params?: {} }
    'operator.seals.index': { paramsTuple?: []; params?: {} }
    'operator.health.index': { paramsTuple?: []; params?: {} }
    'operator.log.index': { paramsTuple?: []; params?: {} }
    'portal.home.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.tasks.index': { paramsTuple?: []; params?: {} }
    'portal.front.show': { paramsTuple?: []; params?: {} }
    'portal.accessibility': { paramsTuple?: []; params?: {} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.privacy': { paramsTuple?: []; params?: {} }
    'portal.public.towns.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
  }
  POST: {
    'identity.login.store': { paramsTuple?: []; params?: {} }
    'identity.login.destroy': { paramsTuple?: []; params?: {} }
    'identity.second_step.store': { paramsTuple?: []; params?: {} }
    'identity.passkey_login.options': { paramsTuple?: []; params?: {} }
    'identity.passkey_login.store': { paramsTuple?: []; params?: {} }
    'identity.password_lost.store': { paramsTuple?: []; params?: {} }
    'identity.password_lost.update': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'identity.invitation.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'account.update': { paramsTuple?: []; params?: {} }
    'account.password.update': { paramsTuple?: []; params?: {} }
    'account.totp.store': { paramsTuple?: []; params?: {} }
    'account.totp.update': { paramsTuple?: []; params?: {} }
    'account.totp.destroy': { paramsTuple?: []; params?: {} }
    'account.recovery_codes.store': { paramsTuple?: []; params?: {} }
    'account.passkeys.options': { paramsTuple?: []; params?: {} }
    'account.passkeys.store': { paramsTuple?: []; params?: {} }
    'account.passkeys.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'account.sessions.destroy_others': { paramsTuple?: []; params?: {} }
    'account.sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.invitations.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'identity.invitations.resend': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'identity.invitations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'identity.members.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'identity.members.suspend': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'identity.members.reinstate': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'operator.members.preview': { paramsTuple?: []; params?: {} }
    'operator.members.store': { paramsTuple?: []; params?: {} }
    'operator.members.suspend': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.verify': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.seal': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.provision': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.jobs.relaunch_all': { paramsTuple?: []; params?: {} }
    'operator.jobs.relaunch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  DELETE: {
    'operator.members.resume': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PUT: {
    'operator.members.services': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.identity': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}