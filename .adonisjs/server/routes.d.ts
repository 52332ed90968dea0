import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'accents.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'parts.index': { paramsTuple?: []; params?: {} }
    'seals.key.show': { paramsTuple?: []; params?: {} }
    'seals.key.download': { paramsTuple?: []; params?: {} }
    'kernel.public.seals.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'kernel.public.seals.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
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
    'account.factor_proofs.show': { paramsTuple?: []; params?: {} }
    'account.factor_proofs.store': { paramsTuple?: []; params?: {} }
    'account.factor_proofs.update': { paramsTuple?: []; params?: {} }
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
    'operator.members.settings': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'room': ParamValue} }
    'operator.members.verify': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.seal': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.provision': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.jobs.index': { paramsTuple?: []; params?: {} }
    'operator.jobs.relaunch_all': { paramsTuple?: []; params?: {} }
    'operator.jobs.relaunch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.seals.index': { paramsTuple?: []; params?: {} }
    'operator.health.index': { paramsTuple?: []; params?: {} }
    'operator.notices.index': { paramsTuple?: []; params?: {} }
    'operator.notices.update': { paramsTuple?: []; params?: {} }
    'operator.log.index': { paramsTuple?: []; params?: {} }
    'portal.home.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.news.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.streams.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.uploads.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.uploads.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'portal.uploads.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'portal.uploads.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'portal.tasks.index': { paramsTuple?: []; params?: {} }
    'portal.front.show': { paramsTuple?: []; params?: {} }
    'portal.accessibility': { paramsTuple?: []; params?: {} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.privacy': { paramsTuple?: []; params?: {} }
    'portal.public.towns.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.public.accessibility': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.public.notices': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.public.privacy': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.desk.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.folders.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.documents.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'document': ParamValue} }
    'parapheur.bordereaux.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.visas.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.refusals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.recalls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.annotations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.ceremonies.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.ceremonies.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.signatures.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.certificates.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.certificates.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.delegations.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.delegations.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.delegations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.seals.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.seals.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.certificates.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.certificates.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.certificates.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.deposits.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'archiving.holdings.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'archiving.deposits.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'documentId': ParamValue} }
    'archiving.proofs.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.retries.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.proofs.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.audits.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.holds.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.holds.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'hold': ParamValue} }
    'actes.actes.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.classification.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.actes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.documents.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'document': ParamValue} }
    'actes.letters.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'letter': ParamValue} }
    'actes.actes.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.actes.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.actes.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.actes.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.actes.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.relaunches.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.drafts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.classification.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.transmissions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.receipt_verifications.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.cancellations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.publications.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.publications.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.publications.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.replies.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'letter': ParamValue} }
    'actes.letters.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'letter': ParamValue} }
    'actes.deferrals.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'letter': ParamValue} }
    'actes.deferrals.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'letter': ParamValue} }
    'actes.paper.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.settings.edit': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.settings.update': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.public.register.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.public.register.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.public.register.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.public.register.stamped': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.public.register.signed': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.public.register.annexe': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'position': ParamValue} }
    'operator.actes.answers.index': { paramsTuple?: []; params?: {} }
    'operator.actes.answers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.actes.answers.replay': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.actes.answers.attach': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.actes.answers.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'territory.projects.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.history.index': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.pdf': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.csv': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.exports.sheets': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.exports.values': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.exports.workbook': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.evaluations.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.evaluations.pdf': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.parts.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'part': ParamValue} }
    'territory.parts.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'part': ParamValue} }
    'territory.fiches.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.values.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.values.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.projects.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.projects.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.transitions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.checks.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.checks.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'code': ParamValue} }
    'territory.axes.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.axes.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.axes.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.place.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.publication.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.pilots.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.pilots.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'userId': ParamValue} }
    'territory.invitations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.create': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'indicatorId': ParamValue} }
    'territory.indicators.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'indicatorId': ParamValue} }
    'territory.indicators.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'indicatorId': ParamValue} }
    'territory.evaluations.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.freezings.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.showings.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.showings.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.justifications.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.justifications.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.advice.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.advice.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.public.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.data': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.csv': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.fiche': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.public.evaluation': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'year': ParamValue} }
    'verification.create': { paramsTuple?: []; params?: {} }
    'verification.store': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'accents.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'parts.index': { paramsTuple?: []; params?: {} }
    'seals.key.show': { paramsTuple?: []; params?: {} }
    'seals.key.download': { paramsTuple?: []; params?: {} }
    'kernel.public.seals.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'kernel.public.seals.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'identity.login.show': { paramsTuple?: []; params?: {} }
    'identity.second_step.show': { paramsTuple?: []; params?: {} }
    'identity.password_lost.create': { paramsTuple?: []; params?: {} }
    'identity.password_lost.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'identity.invitation.show': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'account.workplaces.index': { paramsTuple?: []; params?: {} }
    'account.show': { paramsTuple?: []; params?: {} }
    'account.password.edit': { paramsTuple?: []; params?: {} }
    'account.totp.show': { paramsTuple?: []; params?: {} }
    'account.factor_proofs.show': { paramsTuple?: []; params?: {} }
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
    'operator.notices.index': { paramsTuple?: []; params?: {} }
    'operator.log.index': { paramsTuple?: []; params?: {} }
    'portal.home.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.news.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.streams.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.uploads.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'portal.tasks.index': { paramsTuple?: []; params?: {} }
    'portal.front.show': { paramsTuple?: []; params?: {} }
    'portal.accessibility': { paramsTuple?: []; params?: {} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.privacy': { paramsTuple?: []; params?: {} }
    'portal.public.towns.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.public.accessibility': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.public.notices': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.public.privacy': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.desk.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.folders.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.documents.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'document': ParamValue} }
    'parapheur.bordereaux.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.ceremonies.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.delegations.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.seals.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.certificates.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'archiving.deposits.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'archiving.holdings.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'archiving.deposits.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'documentId': ParamValue} }
    'archiving.proofs.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.actes.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.classification.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.actes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.documents.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'document': ParamValue} }
    'actes.letters.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'letter': ParamValue} }
    'actes.actes.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.actes.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.settings.edit': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.public.register.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.public.register.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.public.register.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.public.register.stamped': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.public.register.signed': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.public.register.annexe': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'position': ParamValue} }
    'operator.actes.answers.index': { paramsTuple?: []; params?: {} }
    'operator.actes.answers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'territory.projects.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.history.index': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.pdf': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.csv': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.exports.sheets': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.exports.values': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.exports.workbook': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.evaluations.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.evaluations.pdf': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.parts.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'part': ParamValue} }
    'territory.values.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.projects.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.create': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'indicatorId': ParamValue} }
    'territory.public.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.data': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.csv': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.fiche': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.public.evaluation': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'year': ParamValue} }
    'verification.create': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'accents.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'parts.index': { paramsTuple?: []; params?: {} }
    'seals.key.show': { paramsTuple?: []; params?: {} }
    'seals.key.download': { paramsTuple?: []; params?: {} }
    'kernel.public.seals.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'kernel.public.seals.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'identity.login.show': { paramsTuple?: []; params?: {} }
    'identity.second_step.show': { paramsTuple?: []; params?: {} }
    'identity.password_lost.create': { paramsTuple?: []; params?: {} }
    'identity.password_lost.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'identity.invitation.show': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'account.workplaces.index': { paramsTuple?: []; params?: {} }
    'account.show': { paramsTuple?: []; params?: {} }
    'account.password.edit': { paramsTuple?: []; params?: {} }
    'account.totp.show': { paramsTuple?: []; params?: {} }
    'account.factor_proofs.show': { paramsTuple?: []; params?: {} }
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
    'operator.notices.index': { paramsTuple?: []; params?: {} }
    'operator.log.index': { paramsTuple?: []; params?: {} }
    'portal.home.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.news.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.streams.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.uploads.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'portal.tasks.index': { paramsTuple?: []; params?: {} }
    'portal.front.show': { paramsTuple?: []; params?: {} }
    'portal.accessibility': { paramsTuple?: []; params?: {} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.privacy': { paramsTuple?: []; params?: {} }
    'portal.public.towns.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.public.accessibility': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.public.notices': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.public.privacy': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.desk.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.folders.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.documents.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'document': ParamValue} }
    'parapheur.bordereaux.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.ceremonies.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.delegations.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.seals.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.certificates.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'archiving.deposits.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'archiving.holdings.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'archiving.deposits.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'documentId': ParamValue} }
    'archiving.proofs.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.actes.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.classification.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.actes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.documents.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'document': ParamValue} }
    'actes.letters.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'letter': ParamValue} }
    'actes.actes.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.actes.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.settings.edit': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.public.register.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.public.register.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.public.register.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.public.register.stamped': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.public.register.signed': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.public.register.annexe': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'position': ParamValue} }
    'operator.actes.answers.index': { paramsTuple?: []; params?: {} }
    'operator.actes.answers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'territory.projects.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.history.index': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.pdf': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.csv': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.exports.sheets': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.exports.values': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.exports.workbook': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.evaluations.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.evaluations.pdf': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.parts.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'part': ParamValue} }
    'territory.values.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.projects.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.create': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'indicatorId': ParamValue} }
    'territory.public.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.data': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.csv': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.fiche': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.public.evaluation': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'year': ParamValue} }
    'verification.create': { paramsTuple?: []; params?: {} }
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
    'account.factor_proofs.store': { paramsTuple?: []; params?: {} }
    'account.factor_proofs.update': { paramsTuple?: []; params?: {} }
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
    'portal.uploads.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.visas.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.refusals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.recalls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.annotations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.ceremonies.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.signatures.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.certificates.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.certificates.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.delegations.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'parapheur.seals.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'archiving.retries.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.proofs.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.audits.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.holds.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.actes.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.relaunches.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.drafts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.classification.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'actes.transmissions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.receipt_verifications.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.cancellations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.publications.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.publications.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.publications.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.replies.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'letter': ParamValue} }
    'actes.letters.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'letter': ParamValue} }
    'actes.deferrals.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'letter': ParamValue} }
    'actes.deferrals.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'letter': ParamValue} }
    'actes.paper.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'operator.actes.answers.replay': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.actes.answers.attach': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'territory.projects.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.transitions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.checks.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.axes.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.pilots.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.invitations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.freezings.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.showings.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.justifications.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.advice.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'verification.store': { paramsTuple?: []; params?: {} }
  }
  DELETE: {
    'operator.members.resume': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'portal.uploads.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.delegations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'parapheur.certificates.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'archiving.holds.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'hold': ParamValue} }
    'actes.actes.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'operator.actes.answers.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'territory.checks.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'code': ParamValue} }
    'territory.axes.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.pilots.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'userId': ParamValue} }
    'territory.indicators.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'indicatorId': ParamValue} }
    'territory.showings.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.justifications.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
  }
  PUT: {
    'operator.members.services': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.identity': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.members.settings': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'room': ParamValue} }
    'operator.notices.update': { paramsTuple?: []; params?: {} }
    'parapheur.certificates.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.actes.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'actes.settings.update': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.parts.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'part': ParamValue} }
    'territory.fiches.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.values.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.projects.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.axes.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.place.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.publication.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'indicatorId': ParamValue} }
    'territory.evaluations.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.advice.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
  }
  PATCH: {
    'portal.uploads.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}