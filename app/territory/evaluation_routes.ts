import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, publicRoutes, tenantRoutes } from '#web'
import { EVALUATION_KEY, parseEvaluationKey } from './rules/evaluation_key.js'

const own = controllers.territory
const uuid = router.matchers.uuid()
const evaluation = { match: EVALUATION_KEY, cast: parseEvaluationKey }

/** What tells of every sheet, also of those that a contributor may not see. */
tenantRoutes(
  'territory',
  () => {
    router
      .get('/projets/:id/evaluations/:year', [own.Evaluations, 'show'])
      .as('evaluations.show')
      .where('year', evaluation)
    router
      .get('/projets/:id/evaluations/:year/pdf', [own.Evaluations, 'pdf'])
      .as('evaluations.pdf')
      .where('year', evaluation)
  },
  '/projet'
)
  .where('id', uuid)
  .use(can('territory.read_all'))

tenantRoutes(
  'territory',
  () => {
    router
      .put('/projets/:id/evaluations/:year', [own.Evaluations, 'update'])
      .as('evaluations.update')
      .where('year', evaluation)
    router
      .post('/projets/:id/evaluations/:year/arret', [own.EvaluationFreezings, 'store'])
      .as('freezings.store')
      .where('year', evaluation)
    router
      .post('/projets/:id/evaluations/:year/publication', [own.EvaluationPublications, 'store'])
      .as('showings.store')
      .where('year', evaluation)
    router
      .delete('/projets/:id/evaluations/:year/publication', [own.EvaluationPublications, 'destroy'])
      .as('showings.destroy')
      .where('year', evaluation)
    router
      .post('/projets/:id/evaluations/:year/justification', [own.EvaluationJustifications, 'store'])
      .as('justifications.store')
      .where('year', evaluation)
    router
      .delete('/projets/:id/evaluations/:year/justification', [
        own.EvaluationJustifications,
        'destroy',
      ])
      .as('justifications.destroy')
      .where('year', evaluation)
    router.post('/projets/:id/recommandations', [own.Recommendations, 'store']).as('advice.store')
    router.put('/recommandations/:id', [own.Recommendations, 'update']).as('advice.update')
  },
  '/projet'
)
  .where('id', uuid)
  .use(can('territory.lead'))

publicRoutes(
  'territory',
  'the inhabitants follow the territorial project; only shown sheets',
  () => {
    router
      .get('/evaluations/:year', [own.PublicProject, 'evaluation'])
      .as('evaluation')
      .where('year', evaluation)
  },
  '/projet'
)
