import router from '@adonisjs/core/services/router'

const { outsiderProgram } = router.named({
  outsiderProgram: () => import('#app/outsiders/tokens/outsider_program_middleware'),
})

/** What a company's program asks, above the members: by a token, of its own and nothing else. */
export const outsiderProgramRoutes = (declare: () => void) =>
  router.group(declare).use(outsiderProgram())
