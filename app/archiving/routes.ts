import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, personRoutes, tenantRoutes } from '#web'
import { FORMATS } from '#web/list/index'

const own = controllers.archiving
const uuid = router.matchers.uuid()

/** Hers, in all the collectivites whose archives she reads together. */
personRoutes(() => {
  router.get('/', [own.DepositsTogether, 'index']).as('index')
  router.get('/liste/:format', [own.DepositsTogether, 'file']).as('file').where('format', FORMATS)
  router.post('/vues', [own.DepositsTogether, 'keep']).as('keep')
  router.delete('/vues/:id', [own.DepositsTogether, 'forget']).as('forget')
})
  .prefix('/mes-archives')
  .as('archiving.together')

tenantRoutes(
  'archiving',
  () => {
    router.put('/lecture-commune', [own.SharedReadings, 'update']).as('shared_readings.update')
  },
  '/archives'
).use(can('archiving.settle'))

tenantRoutes(
  'archiving',
  () => {
    router.get('/', [own.Deposits, 'index']).as('deposits.index')
    router
      .get('/liste/:format', [own.DepositLists, 'show'])
      .as('lists.show')
      .where('format', FORMATS)
    router.post('/vues', [own.DepositLists, 'keep']).as('lists.keep')
    router.delete('/vues/:id', [own.DepositLists, 'forget']).as('lists.forget')
    router.get('/lot', [own.DepositLists, 'done']).as('lists.done')
    // Each gesture asks for its own permission
    router.post('/lot', [own.DepositLists, 'store']).as('lists.store')
    router.get('/fonds', [own.Holdings, 'show']).as('holdings.show')
    router.get('/versements/:id', [own.Deposits, 'show']).as('deposits.show')
    router
      .get('/versements/:id/fichiers/:documentId', [own.Files, 'show'])
      .as('files.show')
      .where('documentId', uuid)
    router.get('/versements/:id/preuve', [own.Files, 'proof']).as('proofs.show')
  },
  '/archives'
)
  .where('id', uuid)
  .use(can('archiving.read'))

tenantRoutes(
  'archiving',
  () => {
    router.post('/versements/:id/reprise', [own.Retries, 'store']).as('retries.store')
    router.post('/versements/:id/preuve', [own.Proofs, 'store']).as('proofs.store')
  },
  '/archives'
)
  .where('id', uuid)
  .use(can('archiving.retry'))

tenantRoutes(
  'archiving',
  () => {
    router.post('/versements/:id/relecture', [own.Audits, 'store']).as('audits.store')
  },
  '/archives'
)
  .where('id', uuid)
  .use(can('archiving.audit'))

tenantRoutes(
  'archiving',
  () => {
    router.post('/versements/:id/gels', [own.Holds, 'store']).as('holds.store')
    router
      .delete('/versements/:id/gels/:hold', [own.Holds, 'destroy'])
      .as('holds.destroy')
      .where('hold', uuid)
  },
  '/archives'
)
  .where('id', uuid)
  .use(can('archiving.hold'))
