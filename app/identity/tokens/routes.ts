import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, personRoutes, tenantRoutes } from '#web'

const own = controllers.identity.tokens
const uuid = router.matchers.uuid()

personRoutes(() => {
  router.get('/', [own.Tokens, 'index']).as('tokens.index')
  router.post('/', [own.Tokens, 'store']).as('tokens.store')
  router
    .post('/:place/:id/revocation', [own.Tokens, 'destroy'])
    .as('tokens.destroy')
    .where('id', uuid)
})
  .prefix('/compte/jetons')
  .as('account')

tenantRoutes(
  'identity',
  () => {
    router
      .group(() => {
        router.get('/', [own.TechnicalAccounts, 'index']).as('technical_accounts.index')
        router.post('/', [own.TechnicalAccounts, 'store']).as('technical_accounts.store')
        router.get('/:account', [own.TechnicalAccounts, 'show']).as('technical_accounts.show')
        router.post('/:account/jetons', [own.TechnicalTokens, 'store']).as('technical_tokens.store')
        router
          .post('/:account/jetons/:token/revocation', [own.TechnicalTokens, 'destroy'])
          .as('technical_tokens.destroy')
          .where('token', uuid)
      })
      .where('account', uuid)
      .use(can('identity.manage'))
  },
  '/membres/comptes-techniques'
)
