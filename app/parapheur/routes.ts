import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, personRoutes, tenantRoutes } from '#web'
import { FORMATS } from '#web/list/index'

const own = controllers.parapheur
const uuid = router.matchers.uuid()

tenantRoutes('parapheur', () => {
  router.get('/', [own.Desk, 'index']).as('desk.index')
  router.get('/liste/:format', [own.FolderLists, 'show']).as('lists.show').where('format', FORMATS)
  router.post('/vues', [own.FolderViews, 'store']).as('views.store')
  router.delete('/vues/:id', [own.FolderViews, 'destroy']).as('views.destroy')
  router.get('/lot', [own.FolderBatches, 'show']).as('batches.show')
  // Each gesture asks for its own permission
  router.post('/lot', [own.FolderBatches, 'store']).as('batches.store')
  router.get('/dossiers/:id', [own.Folders, 'show']).as('folders.show')
  router
    .get('/dossiers/:id/documents/:document', [own.FolderDocuments, 'show'])
    .as('documents.show')
    .where('document', uuid)
  router
    .post('/dossiers/:id/documents/:document/lecture', [own.FolderReadings, 'store'])
    .as('readings.store')
    .where('document', uuid)
  router.get('/dossiers/:id/bordereau.pdf', [own.Bordereaux, 'show']).as('bordereaux.show')
})
  .where('id', uuid)
  .use(can('parapheur.read'))

/** Whether the step is hers is asked of the circuit in each of these. */
tenantRoutes('parapheur', () => {
  router.post('/dossiers/:id/visa', [own.Visas, 'store']).as('visas.store')
  router.post('/dossiers/:id/refus', [own.Refusals, 'store']).as('refusals.store')
  router.post('/dossiers/:id/remords', [own.Recalls, 'store']).as('recalls.store')
  router.post('/dossiers/:id/relance', [own.Nudges, 'store']).as('nudges.store')
  router.post('/dossiers/:id/annotations', [own.Annotations, 'store']).as('annotations.store')
  router.get('/dossiers/:id/signature', [own.Ceremonies, 'show']).as('ceremonies.show')
  router.post('/dossiers/:id/seances', [own.Ceremonies, 'store']).as('ceremonies.store')
  router.post('/seances/:id/signatures', [own.Signatures, 'store']).as('signatures.store')
  router.post('/certificat', [own.Certificates, 'show']).as('certificates.show')
  router.post('/certificats', [own.Certificates, 'store']).as('certificates.store')
  router.get('/absences', [own.Delegations, 'index']).as('delegations.index')
  router.post('/absences', [own.Delegations, 'store']).as('delegations.store')
  router.delete('/absences/:id', [own.Delegations, 'destroy']).as('delegations.destroy')
})
  .where('id', uuid)
  .use(can('parapheur.act'))

tenantRoutes('parapheur', () => {
  router.get('/circuits', [own.Circuits, 'index']).as('circuits.index')
  router.get('/circuits/nouveau', [own.Circuits, 'create']).as('circuits.create')
  router.post('/circuits', [own.Circuits, 'store']).as('circuits.store')
  router.put('/circuits/choix', [own.FolderTypes, 'update']).as('folder_types.update')
  router.get('/circuits/:id/modifier', [own.Circuits, 'edit']).as('circuits.edit')
  router.put('/circuits/:id', [own.Circuits, 'update']).as('circuits.update')
  router.post('/circuits/:id/retrait', [own.PutAwayCircuits, 'store']).as('put_away_circuits.store')
  router
    .delete('/circuits/:id/retrait', [own.PutAwayCircuits, 'destroy'])
    .as('put_away_circuits.destroy')
  router.get('/bureaux/nouveau', [own.Desks, 'create']).as('desks.create')
  router.post('/bureaux', [own.Desks, 'store']).as('desks.store')
  router.get('/bureaux/:id/modifier', [own.Desks, 'edit']).as('desks.edit')
  router.put('/bureaux/:id', [own.Desks, 'update']).as('desks.update')
  router.get('/cachet', [own.Seals, 'show']).as('seals.show')
  router.post('/cachet', [own.Seals, 'store']).as('seals.store')
  router.get('/cachet/certificat.pem', [own.SealCertificates, 'show']).as('seals.certificate')
  router.get('/certificats', [own.Certificates, 'index']).as('certificates.index')
  router.put('/certificats/:id', [own.Certificates, 'update']).as('certificates.update')
  router.delete('/certificats/:id', [own.Certificates, 'destroy']).as('certificates.destroy')
})
  .where('id', uuid)
  .use(can('parapheur.manage'))

/** Her own, in all the collectivités where she works. */
personRoutes(() => {
  router.get('/certificats', [own.OwnCertificates, 'index']).as('own_certificates.index')
  router.get('/absences', [own.OwnAbsences, 'index']).as('own_absences.index')
})
  .prefix('/compte')
  .as('parapheur')
