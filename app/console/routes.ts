import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { operatorRoutes } from '#web'
import { FORMATS } from '#web/list/index'

const { Members, MemberState, MemberServices, MemberIdentity, MemberSettings } = controllers.console
const { MemberJournal, MemberProvisioning } = controllers.console
const { Jobs, JobRelaunches, Seals, PlatformHealth, ProvisioningLog, Notices } = controllers.console
const { Activity, JobBatches, MemberBatches, MemberTrials } = controllers.console
const uuid = router.matchers.uuid()

operatorRoutes(() => {
  router.get('/', [Members, 'index']).as('members.index')
  router.get('/liste/:format', [MemberBatches, 'file']).as('members.file').where('format', FORMATS)
  router.post('/vues', [MemberBatches, 'keep']).as('members.keep')
  router.delete('/vues/:id', [MemberBatches, 'forget']).as('members.forget')
  router.get('/lot', [MemberBatches, 'show']).as('members.batch')
  router.post('/lot', [MemberBatches, 'store']).as('members.do')
  router.get('/membres/nouveau', [Members, 'create']).as('members.create')
  router.get('/membres/apercu', [Members, 'previewed']).as('members.back')
  router.post('/membres/apercu', [Members, 'preview']).as('members.preview')
  router.post('/membres', [Members, 'store']).as('members.store')
  router.get('/membres/:id', [Members, 'show']).as('members.show')
  router.post('/membres/:id/suspension', [MemberState, 'store']).as('members.suspend')
  router.delete('/membres/:id/suspension', [MemberState, 'destroy']).as('members.resume')
  router.put('/membres/:id/services', [MemberServices, 'update']).as('members.services')
  router.put('/membres/:id/identite', [MemberIdentity, 'update']).as('members.identity')
  router.put('/membres/:id/reglages/:room', [MemberSettings, 'update']).as('members.settings')
  router.post('/membres/:id/reglages/:room/essai', [MemberTrials, 'store']).as('members.trial')
  router.post('/membres/:id/verification', [MemberJournal, 'verify']).as('members.verify')
  router.post('/membres/:id/scellement', [MemberJournal, 'seal']).as('members.seal')
  router.post('/membres/:id/mise-a-niveau', [MemberProvisioning, 'store']).as('members.provision')
  router.get('/activite', [Activity, 'index']).as('activity.index')
  router.get('/taches', [Jobs, 'index']).as('jobs.index')
  router.get('/taches/liste/:format', [JobBatches, 'file']).as('jobs.file').where('format', FORMATS)
  router.post('/taches/vues', [JobBatches, 'keep']).as('jobs.keep')
  router.delete('/taches/vues/:id', [JobBatches, 'forget']).as('jobs.forget')
  router.get('/taches/lot', [JobBatches, 'show']).as('jobs.batch')
  router.post('/taches/lot', [JobBatches, 'store']).as('jobs.do')
  router.get('/taches/:id', [Jobs, 'show']).as('jobs.show').where('id', uuid)
  router.post('/taches/relances', [JobRelaunches, 'storeAll']).as('jobs.relaunch_all')
  router.post('/taches/:id/relance', [JobRelaunches, 'store']).as('jobs.relaunch')
  router.get('/scellements', [Seals, 'index']).as('seals.index')
  router.get('/sante', [PlatformHealth, 'index']).as('health.index')
  router.get('/mentions', [Notices, 'index']).as('notices.index')
  router.put('/mentions', [Notices, 'update']).as('notices.update')
  router.get('/provisionnement', [ProvisioningLog, 'index']).as('log.index')
  router.post('/provisionnement/vues', [ProvisioningLog, 'keep']).as('log.keep')
  router.delete('/provisionnement/vues/:id', [ProvisioningLog, 'forget']).as('log.forget')
  router
    .get('/provisionnement/liste/:format', [ProvisioningLog, 'file'])
    .as('log.file')
    .where('format', FORMATS)
})
