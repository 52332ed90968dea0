import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, kept, operatorRoutes, publicRoutes, tenantRoutes } from '#web'
import { FORMATS } from '#web/list/index'

const own = controllers.actes
const uuid = router.matchers.uuid()

tenantRoutes('actes', () => {
  router.get('/', [own.Actes, 'index']).as('actes.index')
  router.get('/liste/:format', [own.ActeLists, 'show']).as('lists.show').where('format', FORMATS)
  router.post('/vues', [own.ActeViews, 'store']).as('views.store')
  router.delete('/vues/:id', [own.ActeViews, 'destroy']).as('views.destroy')
  router.get('/lot', [own.ActeBatches, 'show']).as('batches.show')
  // Each gesture asks for its own permission
  router.post('/lot', [own.ActeBatches, 'store']).as('batches.store')
  router.get('/classification', [own.Classification, 'show']).as('classification.show')
  router.get('/:id', [own.Actes, 'show']).as('actes.show')
  router
    .get('/:id/documents/:document', [own.ActeDocuments, 'show'])
    .as('documents.show')
    .where('document', uuid)
  router
    .get('/:id/courriers/:letter', [own.Letters, 'show'])
    .as('letters.show')
    .where('letter', uuid)
})
  .where('id', uuid)
  .use(can('actes.read'))

tenantRoutes('actes', () => {
  router.get('/nouveau', [own.Actes, 'create']).as('actes.create')
  router.post('/', [own.Actes, 'store']).as('actes.store')
  router.get('/:id/modifier', [own.Actes, 'edit']).as('actes.edit')
  router.put('/:id', [own.Actes, 'update']).as('actes.update')
  router.delete('/:id', [own.Actes, 'destroy']).as('actes.destroy')
  router.post('/:id/copie', [own.Copies, 'store']).as('copies.store')
  router.post('/:id/relance', [own.Relaunches, 'store']).as('relaunches.store')
  router.post('/:id/reprise', [own.Drafts, 'store']).as('drafts.store')
  router.post('/classification', [own.Classification, 'store']).as('classification.store')
})
  .where('id', uuid)
  .use(can('actes.write'))

tenantRoutes('actes', () => {
  router.post('/:id/transmission', [own.Transmissions, 'store']).as('transmissions.store')
  router
    .post('/:id/accuse-verifie', [own.ReceiptVerifications, 'store'])
    .as('receipt_verifications.store')
  router.post('/:id/annulation', [own.Cancellations, 'store']).as('cancellations.store')
  router.post('/:id/publication', [own.Publications, 'store']).as('publications.store')
  router.post('/:id/copie-expurgee', [own.Publications, 'update']).as('publications.update')
  router.post('/:id/retrait', [own.Publications, 'destroy']).as('publications.destroy')
  router
    .post('/:id/courriers/:letter/reponse', [own.Replies, 'store'])
    .as('replies.store')
    .where('letter', uuid)
  router
    .post('/:id/courriers/:letter/lecture', [own.Letters, 'update'])
    .as('letters.update')
    .where('letter', uuid)
  router
    .post('/:id/courriers/:letter/gel', [own.Deferrals, 'store'])
    .as('deferrals.store')
    .where('letter', uuid)
  router
    .post('/:id/courriers/:letter/issue', [own.Deferrals, 'update'])
    .as('deferrals.update')
    .where('letter', uuid)
  router.post('/:id/papier', [own.Paper, 'store']).as('paper.store')
})
  .where('id', uuid)
  .use(can('actes.transmit'))

tenantRoutes('actes', () => {
  router.get('/reglages', [own.Settings, 'edit']).as('settings.edit')
  router.put('/reglages', [own.Settings, 'update']).as('settings.update')
}).use(can('actes.settle'))

publicRoutes('actes', 'the law wants actes to be published on line (CGCT L2131-1)', () => {
  router.get('/', [own.Register, 'index']).as('register.index').use(kept())
  router.get('/fil.atom', [own.Register, 'feed']).as('register.feed')
  router.get('/registre.csv', [own.RegisterFiles, 'register']).as('register.csv')
  router.get('/deliberations.csv', [own.RegisterFiles, 'scdl']).as('register.scdl')
  router.get('/:id', [own.Register, 'show']).as('register.show')
  router.get('/:id/acte.pdf', [own.Register, 'stamped']).as('register.stamped')
  router.get('/:id/acte-signe.pdf', [own.Register, 'signed']).as('register.signed')
  router
    .get('/:id/annexes/:position', [own.Register, 'annexe'])
    .as('register.annexe')
    .where('position', router.matchers.number())
}).where('id', uuid)

operatorRoutes(() => {
  router.get('/actes/reponses', [own.Answers, 'index']).as('actes.answers.index')
  router.get('/actes/reponses/:id', [own.Answers, 'show']).as('actes.answers.show')
  router.post('/actes/reponses/:id/relecture', [own.Answers, 'replay']).as('actes.answers.replay')
  router
    .post('/actes/reponses/:id/rattachement', [own.Answers, 'attach'])
    .as('actes.answers.attach')
  router.delete('/actes/reponses/:id', [own.Answers, 'destroy']).as('actes.answers.destroy')
}).where('id', uuid)
