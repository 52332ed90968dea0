/** The routes of each room, one import a room. */
import '#kernel/http/health_routes'
import '#kernel/http/look_routes'
import '#kernel/identity/routes'
import '#kernel/operator/routes'
import '#portal/routes'
import '#territory/routes'
