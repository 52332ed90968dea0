import router from '@adonisjs/core/services/router'

export const middleware = router.named({
  auth: () => import('#web/auth_middleware'),
  piece: () => import('#web/piece_middleware'),
  tenant: () => import('#web/tenant_middleware'),
  publicTenant: () => import('#web/public_tenant_middleware'),
  keep: () => import('#web/kept/keep_middleware'),
  can: () => import('#web/can_middleware'),
  operator: () => import('#web/operator_middleware'),
  dropBox: () => import('#web/uploads/drops/drop_box_middleware'),
  program: () => import('#web/api/program_middleware'),
  open: () => import('#web/open_middleware'),
})
