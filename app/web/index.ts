/** How a room is reached: its routes, its policies, what a controller finds in its context. */
export {
  tenantRoutes,
  pieceRoutes,
  publicRoutes,
  personRoutes,
  openRoutes,
  operatorRoutes,
  can,
  kept,
} from './routes.js'
export { isUnreadable, readable } from './unreadable_text.js'
import './context.js'
