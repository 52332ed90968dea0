import router from '@adonisjs/core/services/router'
import { outsiderProgramRoutes } from '#rooms/outsiders'
import { openRoutes } from '#web'
import { watchDeposit } from '../availability/watch_deposit.js'
import { candidatureOperations } from './candidature_operations.js'
import { companyOperations as pliOperations } from './company_operations.js'
import { consultationOperations } from './consultation_operations.js'
import { dataOperations } from './data_operations.js'
import { feedOperations } from './feed_operations.js'
import { documentOf } from './document.js'
import { memberOperations } from './member_operations.js'
import { probeOperations } from '../outside/probe_operations.js'
import { OPEN_ROOT, type OpenOperation } from './open_operation.js'
import { companyQuestionOperations, publicQuestionOperations } from './question_operations.js'
import { proofOperations } from './proof_operations.js'
import { runOpen } from './run_open.js'
import { searchOperations } from './search_operations.js'
import { sousTraitantOperations } from './sous_traitant_operations.js'

const companyOperations = [
  ...pliOperations,
  ...candidatureOperations,
  ...memberOperations,
  ...sousTraitantOperations,
  ...proofOperations,
]
const askingOperations = [...companyQuestionOperations, ...searchOperations]
const programOperations = [...companyOperations, ...askingOperations]
const publicOperations = [
  ...consultationOperations,
  ...feedOperations,
  ...publicQuestionOperations,
  ...dataOperations,
]
let document: object | undefined

const declare = (operation: OpenOperation) => {
  const [method, path] = operation.call.split(' ')
  const methods = method === 'GET' ? ['GET', 'HEAD'] : [method]
  return router.route(path, methods, (ctx) => runOpen(ctx, operation)).as(operation.name)
}

openRoutes('what is published of public contracts is read by everybody, without a key', () => {
  for (const operation of publicOperations) declare(operation)
  router
    .get('/openapi.json', ({ response }) => {
      document ??= documentOf([
        { operations: [...publicOperations, ...probeOperations], security: [{}] },
        { operations: programOperations, security: [{ entreprise: [] }] },
      ])
      response.header('content-type', 'application/json; charset=utf-8')
      return response.send(JSON.stringify(document))
    })
    .as('document')
})
  .prefix(OPEN_ROOT)
  .as('procurement.open')
  .where('id', router.matchers.uuid())
  .where('sha256', /^[0-9a-f]{64}$/)
  .where('siren', /^\d{9}$/)
  .where('file', /^20\d\d\.(json|xml)$/)

openRoutes('a probe from elsewhere is known by what it signs', () => {
  for (const operation of probeOperations) declare(operation)
})
  .prefix(OPEN_ROOT)
  .as('procurement.open')
  .where('id', router.matchers.uuid())

outsiderProgramRoutes(() => companyOperations.forEach(declare))
  .prefix(OPEN_ROOT)
  .as('procurement.company')
  .where('id', router.matchers.uuid())
  .where('membre', router.matchers.uuid())
  .where('piece', /^[0-9a-z-]{1,40}$/)
  .where('sha256', /^[0-9a-f]{64}$/)
  .use(watchDeposit())

outsiderProgramRoutes(() => askingOperations.forEach(declare))
  .prefix(OPEN_ROOT)
  .as('procurement.company')
  .where('id', router.matchers.uuid())
