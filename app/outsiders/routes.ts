import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, openRoutes, tenantRoutes } from '#web'
import { outsiderRoutes } from './doors/outsider_routes.js'

const { counter, doors, likeness, organisations, people, tokens } = controllers.outsiders

openRoutes('whoever is no agent says who she is, or opens an account', () => {
  router.get('/connexion', [doors.SignIn, 'show']).as('sign_in.show')
  router.post('/connexion', [doors.SignIn, 'store']).as('sign_in.store')
  router.post('/sortie', [doors.SignIn, 'destroy']).as('sign_in.destroy')
  router.post('/connexion/cle/options', [doors.PasskeySignIn, 'options']).as('passkey.options')
  router.post('/connexion/cle', [doors.PasskeySignIn, 'store']).as('passkey.store')
  router.get('/inscription', [doors.SignUp, 'show']).as('sign_up.show')
  router.post('/inscription', [doors.SignUp, 'store']).as('sign_up.store')
  router.get('/code', [doors.Codes, 'show']).as('codes.show')
  router.post('/code', [doors.Codes, 'store']).as('codes.store')
  router.get('/acces-perdu', [doors.LostAccess, 'show']).as('lost_access.show')
  router.post('/acces-perdu', [doors.LostAccess, 'store']).as('lost_access.store')
  router.post('/acces-perdu/telephone', [doors.LostAccess, 'phone']).as('lost_access.phone')
  router.get('/rapprochement', [doors.Links, 'show']).as('links.show')
  router.post('/rapprochement', [doors.Links, 'store']).as('links.store')
  router.post('/rapprochement/courriel', [doors.Links, 'mail']).as('links.mail')
  router.post('/rapprochement/separe', [doors.Links, 'destroy']).as('links.destroy')
  router.get('/porte', [doors.Door, 'show']).as('door.show')
  router.post('/porte', [doors.Door, 'update']).as('door.update')
  router.get('/invitation/:secret', [organisations.Invitations, 'show']).as('invitations.show')
})
  .prefix('/moi')
  .as('outsiders')

outsiderRoutes(() => {
  router.get('/', [people.Home, 'show']).as('home')
  router.get('/identite', [people.Identity, 'show']).as('identity.show')
  router.get('/identite.json', [people.Identity, 'json']).as('identity.json')
  router.get('/coordonnees', [people.ContactPoints, 'edit']).as('contact_points.edit')
  router.post('/coordonnees', [people.ContactPoints, 'update']).as('contact_points.update')
  router.get('/acces', [people.Access, 'show']).as('access.show')
  router.post('/acces/mot-de-passe', [people.Access, 'password']).as('access.password')
  router.post('/acces/papier', [people.Access, 'paper']).as('access.paper')
  router.post('/acces/cles/options', [people.Access, 'keyOptions']).as('access.key_options')
  router.post('/acces/cles', [people.Access, 'keyStore']).as('access.key_store')
  router.post('/acces/cles/:id/retrait', [people.Access, 'keyDestroy']).as('access.key_destroy')
  router.get('/sessions', [people.PersonSessions, 'index']).as('sessions.index')
  router
    .post('/sessions/fermeture', [people.PersonSessions, 'destroyOthers'])
    .as('sessions.destroy_others')
  router.get('/jetons', [tokens.PersonTokens, 'index']).as('tokens.index')
  router.post('/jetons', [tokens.PersonTokens, 'store']).as('tokens.store')
  router.post('/jetons/:id/revocation', [tokens.PersonTokens, 'destroy']).as('tokens.destroy')
  router.get('/organismes', [organisations.Attachments, 'index']).as('attachments.index')
  router.get('/organismes/ajouter', [organisations.Attachments, 'create']).as('attachments.create')
  router.post('/organismes/ajouter', [organisations.Attachments, 'look']).as('attachments.look')
  router
    .get('/organismes/verifier', [organisations.Attachments, 'confirm'])
    .as('attachments.confirm')
  router.post('/organismes', [organisations.Attachments, 'store']).as('attachments.store')
  router.get('/organismes/ici', [organisations.Place, 'show']).as('place.show')
  router.post('/organismes/ici/depart', [organisations.Place, 'destroy']).as('place.destroy')
  router.post('/organismes/ici/invitations', [organisations.Place, 'invite']).as('place.invite')
  router.post('/organismes/ici/:id', [organisations.Place, 'update']).as('place.update')
  router
    .post('/organismes/:id/mandat', [organisations.Attachments, 'mandate'])
    .as('attachments.mandate')
  router
    .post('/organismes/:id/retrait', [organisations.Attachments, 'destroy'])
    .as('attachments.destroy')
  router.post('/invitation/:secret', [organisations.Invitations, 'store']).as('invitations.store')
  router.post('/sessions/:id/fermeture', [people.PersonSessions, 'destroy']).as('sessions.destroy')
})
  .prefix('/moi')
  .as('outsiders')

tenantRoutes(
  'outsiders',
  () => {
    router
      .group(() => {
        router.get('/', [counter.Counter, 'index']).as('counter.index')
        router.get('/ouverture', [counter.Counter, 'create']).as('counter.create')
        router.post('/ouverture', [counter.Counter, 'store']).as('counter.store')
        router.get('/acces-perdu', [counter.Recoveries, 'create']).as('recoveries.create')
        router.post('/acces-perdu', [counter.Recoveries, 'store']).as('recoveries.store')
        router.get('/mandats', [counter.Mandates, 'index']).as('mandates.index')
        router.post('/mandats/:id/accord', [counter.Mandates, 'approve']).as('mandates.approve')
        router.post('/mandats/:id/refus', [counter.Mandates, 'refuse']).as('mandates.refuse')
        router.get('/ressemblances', [likeness.Likenesses, 'index']).as('likenesses.index')
        router.get('/ressemblances/:id', [likeness.Likenesses, 'show']).as('likenesses.show')
        router.post('/ressemblances/:id/meme', [likeness.Likenesses, 'join']).as('likenesses.join')
        router
          .post('/ressemblances/:id/autres', [likeness.Likenesses, 'part'])
          .as('likenesses.part')
        router
          .post('/acces-perdu/:id/confirmation', [counter.Recoveries, 'approve'])
          .as('recoveries.approve')
        router
          .post('/acces-perdu/:id/refus', [counter.Recoveries, 'refuse'])
          .as('recoveries.refuse')
      })
      .use(can('outsiders.welcome'))
  },
  '/accueil'
)
