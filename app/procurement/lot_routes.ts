import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { outsiderRoutes } from '#rooms/outsiders'
import { can, tenantRoutes } from '#web'

const { lots } = controllers.procurement
const uuid = router.matchers.uuid()

tenantRoutes(
  'procurement',
  () => {
    router.get('/:id/lots', [lots.Lots, 'edit']).as('lots.edit')
    router.put('/:id/lots', [lots.Lots, 'update']).as('lots.update')
    router.get('/:id/lots/ajout', [lots.LotAdditions, 'create']).as('lot_additions.create')
    router.post('/:id/lots/ajout', [lots.LotAdditions, 'store']).as('lot_additions.store')
    router.get('/:id/lots/:lot/attribution', [lots.LotAwards, 'create']).as('lot_awards.create')
    router.post('/:id/lots/:lot/attribution', [lots.LotAwards, 'store']).as('lot_awards.store')
    router.post('/:id/lots/:lot/notification', [lots.LotAwards, 'notify']).as('lot_awards.notify')
    router.get('/:id/lots/:lot/fin', [lots.LotEndings, 'create']).as('lot_endings.create')
    router.post('/:id/lots/:lot/fin', [lots.LotEndings, 'store']).as('lot_endings.store')
  },
  '/marches'
)
  .where('id', uuid)
  .where('lot', uuid)
  .use(can('procurement.write'))

outsiderRoutes(() => {
  router.get('/plis/:pli/lots/:lot/lettre.pdf', [lots.LotLetters, 'show']).as('lot_letters.show')
})
  .prefix('/moi/marches/:tenant/:id')
  .as('procurement')
  .where('id', uuid)
  .where('pli', uuid)
  .where('lot', uuid)
