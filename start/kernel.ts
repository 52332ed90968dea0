import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#kernel/http/exception_handler'))

server.use([
  () => import('#kernel/http/request_middleware'),
  () => import('#kernel/http/moved_middleware'),
  () => import('#kernel/http/assets_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
])

router.use([
  () => import('@adonisjs/session/session_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('#kernel/http/forms/received_middleware'),
  () => import('#kernel/http/shield_middleware'),
  () => import('#kernel/http/view_middleware'),
  () => import('#kernel/http/text_middleware'),
])
