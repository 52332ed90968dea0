import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, openRoutes, personRoutes, tenantRoutes } from '#web'
import { FORMATS } from '#web/list/index'
import './tokens/routes.js'

const { identity } = controllers

openRoutes('whoever comes in is not known yet', () => {
  router.get('/connexion', [identity.Login, 'show']).as('login.show')
  router.post('/connexion', [identity.Login, 'store']).as('login.store')
  router.post('/deconnexion', [identity.Login, 'destroy']).as('login.destroy')
  router.get('/connexion/code', [identity.SecondStep, 'show']).as('second_step.show')
  router.post('/connexion/code', [identity.SecondStep, 'store']).as('second_step.store')
  router
    .post('/connexion/cle/options', [identity.PasskeyLogin, 'options'])
    .as('passkey_login.options')
  router.post('/connexion/cle', [identity.PasskeyLogin, 'store']).as('passkey_login.store')
}).as('identity')

openRoutes('a link received by mail proves the person', () => {
  router.get('/mot-de-passe-oublie', [identity.PasswordLost, 'create']).as('password_lost.create')
  router.post('/mot-de-passe-oublie', [identity.PasswordLost, 'store']).as('password_lost.store')
  router
    .get('/mot-de-passe-oublie/:secret', [identity.PasswordLost, 'edit'])
    .as('password_lost.edit')
  router
    .post('/mot-de-passe-oublie/:secret', [identity.PasswordLost, 'update'])
    .as('password_lost.update')
  router.get('/invitation/:secret', [identity.InvitationAcceptance, 'show']).as('invitation.show')
  router
    .post('/invitation/:secret', [identity.InvitationAcceptance, 'store'])
    .as('invitation.store')
}).as('identity')

personRoutes(() => {
  router.get('/collectivites', [identity.Workplaces, 'index']).as('workplaces.index')
}).as('account')

personRoutes(() => {
  router.get('/', [identity.Account, 'show']).as('show')
  router.post('/', [identity.Account, 'update']).as('update')
  router.post('/dates', [identity.DatesLanguage, 'update']).as('dates_language.update')
  router.get('/mot-de-passe', [identity.Password, 'edit']).as('password.edit')
  router.post('/mot-de-passe', [identity.Password, 'update']).as('password.update')
  router.get('/double-authentification', [identity.Totp, 'show']).as('totp.show')
  router.post('/double-authentification', [identity.Totp, 'store']).as('totp.store')
  router.post('/double-authentification/code', [identity.Totp, 'update']).as('totp.update')
  router.post('/double-authentification/arret', [identity.Totp, 'destroy']).as('totp.destroy')
  router
    .get('/double-authentification/courriel', [identity.FactorProofs, 'show'])
    .as('factor_proofs.show')
  router
    .post('/double-authentification/courriel', [identity.FactorProofs, 'store'])
    .as('factor_proofs.store')
  router
    .post('/double-authentification/courriel/code', [identity.FactorProofs, 'update'])
    .as('factor_proofs.update')
  router
    .post('/double-authentification/secours', [identity.RecoveryCodes, 'store'])
    .as('recovery_codes.store')
  router.get('/cles', [identity.Passkeys, 'index']).as('passkeys.index')
  router.post('/cles/options', [identity.Passkeys, 'options']).as('passkeys.options')
  router.post('/cles', [identity.Passkeys, 'store']).as('passkeys.store')
  router.post('/cles/:id/retrait', [identity.Passkeys, 'destroy']).as('passkeys.destroy')
  router.get('/courriels', [identity.Mails, 'edit']).as('mails.edit')
  router.post('/courriels', [identity.Mails, 'update']).as('mails.update')
  router.post('/courriels/reprise', [identity.DeadAddress, 'destroy']).as('dead_address.destroy')
  router.post('/flux', [identity.TaskFeed, 'store']).as('task_feed.store')
  router.post('/flux/fermeture', [identity.TaskFeed, 'destroy']).as('task_feed.destroy')
  router.get('/sessions', [identity.Sessions, 'index']).as('sessions.index')
  router
    .post('/sessions/fermeture', [identity.Sessions, 'destroyOthers'])
    .as('sessions.destroy_others')
  router.post('/sessions/:id/fermeture', [identity.Sessions, 'destroy']).as('sessions.destroy')
})
  .prefix('/compte')
  .as('account')

tenantRoutes(
  'identity',
  () => {
    router
      .group(() => {
        router.get('/', [identity.Members, 'index']).as('members.index')
        router
          .get('/liste/:format', [identity.MemberLists, 'file'])
          .as('members.file')
          .where('format', FORMATS)
        router.post('/vues', [identity.MemberLists, 'keep']).as('members.keep')
        router.delete('/vues/:id', [identity.MemberLists, 'forget']).as('members.forget')
        router.get('/lot', [identity.MemberLists, 'show']).as('members.batch')
        router.post('/lot', [identity.MemberLists, 'store']).as('members.do')
        router.get('/inviter', [identity.Invitations, 'create']).as('invitations.create')
        router.post('/invitations', [identity.Invitations, 'store']).as('invitations.store')
        router
          .post('/invitations/:id/renvoi', [identity.Invitations, 'resend'])
          .as('invitations.resend')
        router
          .post('/invitations/:id/retrait', [identity.Invitations, 'destroy'])
          .as('invitations.destroy')
        router.get('/:id', [identity.Members, 'edit']).as('members.edit')
        router.post('/:id', [identity.Members, 'update']).as('members.update')
        router.post('/:id/suspension', [identity.Members, 'suspend']).as('members.suspend')
        router.post('/:id/retablissement', [identity.Members, 'reinstate']).as('members.reinstate')
      })
      .use(can('identity.manage'))
  },
  '/membres'
)
