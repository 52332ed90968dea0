import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#web/exception_handler'))

server.use([
  () => import('#web/request_middleware'),
  () => import('#web/doors_middleware'),
  () => import('#web/kept/kept_middleware'),
  () => import('#web/moved_middleware'),
  () => import('#web/assets_middleware'),
  // Its server stands where templates and scripts change under who writes them
  ...(app.inDev ? [() => import('@adonisjs/vite/vite_middleware')] : []),
])

router.use([
  () => import('#web/session_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
  () => import('#web/verification/turn_away_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('#web/forms/received_middleware'),
  () => import('#web/shield_middleware'),
  () => import('#web/view_middleware'),
  () => import('#web/text_middleware'),
])
