import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { outsiderRoutes } from '#rooms/outsiders'
import { can, publicRoutes, tenantRoutes } from '#web'

const { alerts, availability, changing, questions, registers } = controllers.procurement
const uuid = router.matchers.uuid()
const ADDRESS = '/marches'
const REGISTER = /^(retraits|depots|questions|echanges)$/

tenantRoutes(
  'procurement',
  () => {
    router.get('/:id/questions', [questions.Questions, 'index']).as('questions.index')
    router.get('/:id/questions/:question', [questions.Questions, 'show']).as('questions.show')
    const { Attestations } = availability
    router.get('/:id/disponibilite', [Attestations, 'index']).as('attestations.index')
    router
      .get('/:id/disponibilite/:attestation/attestation.zip', [Attestations, 'show'])
      .as('attestations.show')
      .where('attestation', uuid)
    router.get('/:id/registres', [registers.Registers, 'index']).as('registers.index')
    router
      .get('/:id/registres/:register/:format', [registers.Registers, 'show'])
      .as('registers.show')
      .where('register', REGISTER)
      .where('format', /^(csv|json|pdf)$/)
  },
  ADDRESS
)
  .where('id', uuid)
  .where('question', uuid)
  .use(can('procurement.read'))

tenantRoutes(
  'procurement',
  () => {
    const { Questions } = questions
    router.post('/:id/disponibilite', [availability.Attestations, 'store']).as('attestations.store')
    router.get('/:id/dossier', [changing.DossierChanges, 'create']).as('dossier_changes.create')
    router.post('/:id/dossier', [changing.DossierChanges, 'store']).as('dossier_changes.store')
    router.post('/:id/questions/:question/reponse', [Questions, 'answer']).as('questions.answer')
    router.post('/:id/questions/:question/refus', [Questions, 'refuse']).as('questions.refuse')
  },
  ADDRESS
)
  .where('id', uuid)
  .where('question', uuid)
  .use(can('procurement.write'))

publicRoutes(
  'procurement',
  'what a tender was at each moment stays as free as what it is (arrêté of 22 March 2019, OE-05)',
  () => {
    const { Alerts } = alerts
    router.get('/alertes', [Alerts, 'create']).as('alerts.create')
    router.post('/alertes', [Alerts, 'store']).as('alerts.store')
    router.get('/alertes/:alert', [Alerts, 'show']).as('alerts.show')
    router.post('/alertes/:alert/confirmation', [Alerts, 'confirm']).as('alerts.confirm')
    router.post('/alertes/:alert/arret', [Alerts, 'destroy']).as('alerts.destroy')
    const { Versions } = changing
    router.get('/:id/versions/:version/dce.zip', [Versions, 'dce']).as('versions.dce')
    router
      .get('/:id/versions/:version/documents/:sha256', [Versions, 'document'])
      .as('versions.document')
      .where('sha256', /^[0-9a-f]{64}$/)
  },
  ADDRESS
)
  .where('id', uuid)
  .where('alert', uuid)
  .where('version', /^\d{1,4}$/)

outsiderRoutes(() => {
  const { AskedQuestions } = questions
  router.get('/questions', [AskedQuestions, 'index']).as('asked_questions.index')
  router.post('/questions', [AskedQuestions, 'store']).as('asked_questions.store')
})
  .prefix('/moi/marches/:tenant/:id')
  .as('procurement')
  .where('id', uuid)

outsiderRoutes(() => {
  const { OwnSearches, Receivers } = alerts
  router.get('/', [OwnSearches, 'index']).as('own_searches.index')
  router.post('/', [OwnSearches, 'store']).as('own_searches.store')
  router.get('/:alert', [OwnSearches, 'show']).as('own_searches.show')
  router.post('/:alert/retrait', [OwnSearches, 'destroy']).as('own_searches.destroy')
  router.post('/:alert/webhook', [Receivers, 'store']).as('receivers.store')
  router.post('/:alert/webhook/essai', [Receivers, 'try']).as('receivers.try')
  router.post('/:alert/webhook/retrait', [Receivers, 'destroy']).as('receivers.destroy')
})
  .prefix('/moi/recherches')
  .as('procurement')
  .where('alert', uuid)
