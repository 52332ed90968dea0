/** How a room is reached: its routes, its policies, what a controller finds in its context. */
export {
  tenantRoutes,
  pieceRoutes,
  publicRoutes,
  personRoutes,
  openRoutes,
  operatorRoutes,
  can,
} from './http/routes.js'
import './http/context.js'
