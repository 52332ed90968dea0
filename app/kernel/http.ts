/** How a room is reached: its routes, its policies, what a controller finds in its context. */
<<<<<<< HEAD
export { tenantRoutes, publicRoutes, openRoutes, operatorRoutes, accountRoutes, can } from './http/routes.js'
=======
export { tenantRoutes, publicRoutes, personRoutes, openRoutes, operatorRoutes, can } from './http/routes.js'
>>>>>>> main
import './http/context.js'
