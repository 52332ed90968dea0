import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { outsiderRoutes } from '#rooms/outsiders'

const { answers, candidature, vault } = controllers.procurement
const uuid = router.matchers.uuid()

outsiderRoutes(() => {
  const { Candidatures, Members, OwnMembers, SousTraitants, Dossiers } = candidature
  const { Espds, Dumes, PasseMarches } = candidature
  router.get('/', [Candidatures, 'show']).as('candidatures.show')
  router.post('/', [Candidatures, 'store']).as('candidatures.store')
  router.get('/membres/:member', [OwnMembers, 'show']).as('own_members.show')
  router.post('/membres/:member', [OwnMembers, 'update']).as('own_members.update')
  router.post('/membres/:member/pieces', [OwnMembers, 'give']).as('own_members.give')
  router.post('/membres/:member/depart', [OwnMembers, 'leave']).as('own_members.leave')
  router.get('/membres/:member/dume', [Espds, 'show']).as('espds.show')
  router.post('/membres/:member/dume', [Espds, 'store']).as('espds.store')
  router.post('/membres/:member/dume/numero', [Dumes, 'store']).as('dumes.store')
  router.post('/membres/:member/dume/redaction', [Espds, 'write']).as('espds.write')
  router.post('/membres/:member/dume/reponses', [Espds, 'update']).as('espds.update')
  router.post('/membres/:member/dume/retrait', [Espds, 'destroy']).as('espds.destroy')
  router.post('/membres/:member/passe-marche', [PasseMarches, 'store']).as('passe_marches.store')
  router
    .post('/membres/:member/passe-marche/pieces', [PasseMarches, 'fetch'])
    .as('passe_marches.fetch')
  router.post('/:candidature/forme', [Candidatures, 'update']).as('candidatures.update')
  router.post('/:candidature/membres', [Members, 'store']).as('members.store')
  router.post('/:candidature/membres/:member/part', [Members, 'update']).as('members.update')
  router.post('/:candidature/membres/:member/retrait', [Members, 'destroy']).as('members.destroy')
  router.post('/:candidature/sous-traitants', [SousTraitants, 'store']).as('sous_traitants.store')
  router
    .post('/:candidature/sous-traitants/retrait', [SousTraitants, 'destroy'])
    .as('sous_traitants.destroy')
  router.get('/:candidature/dossier', [Dossiers, 'index']).as('dossiers.index')
  router
    .get('/:candidature/dossier/:file', [Dossiers, 'show'])
    .as('dossiers.show')
    .where('file', /^[0-9a-z-]{1,40}$/)
})
  .prefix('/moi/marches/:tenant/:id/candidature')
  .as('procurement')
  .where('id', uuid)
  .where('candidature', uuid)
  .where('member', uuid)

outsiderRoutes(() => {
  const { GroupInvitations } = candidature
  router.get('/groupements/:secret', [GroupInvitations, 'show']).as('group_invitations.show')
  router.post('/groupements/:secret', [GroupInvitations, 'store']).as('group_invitations.store')
  router
    .post('/groupements/:secret/refus', [GroupInvitations, 'refuse'])
    .as('group_invitations.refuse')
  router.get('/marches', [answers.OwnAnswers, 'index']).as('own_answers.index')
  router.get('/coffre', [vault.Vault, 'index']).as('vault.index')
  router.post('/coffre', [vault.Vault, 'store']).as('vault.store')
  router.get('/coffre/:proof', [vault.Vault, 'show']).as('vault.show')
  router.post('/coffre/:proof/retrait', [vault.Vault, 'destroy']).as('vault.destroy')
})
  .prefix('/moi')
  .as('procurement')
  .where('proof', uuid)
