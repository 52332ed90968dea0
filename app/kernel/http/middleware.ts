import router from '@adonisjs/core/services/router'

export const middleware = router.named({
  auth: () => import('#kernel/http/auth_middleware'),
  piece: () => import('#kernel/http/piece_middleware'),
  tenant: () => import('#kernel/http/tenant_middleware'),
  publicTenant: () => import('#kernel/http/public_tenant_middleware'),
  can: () => import('#kernel/http/can_middleware'),
  operator: () => import('#kernel/http/operator_middleware'),
  open: () => import('#kernel/http/open_middleware'),
})
