import router from '@adonisjs/core/services/router'

const { outsider } = router.named({
  outsider: () => import('#app/outsiders/doors/outsider_middleware'),
})

/** The pages of somebody who is no agent, above the members. Each reads only her own. */
export const outsiderRoutes = (declare: () => void) => router.group(declare).use(outsider())
