/** The pages of the house itself; each room brings its own with its `room.ts`. */
import '#web/health_routes'
import '#web/look_routes'
import '#web/help/routes'
import '#web/verification/routes'
import '#web/messages/routes'
import '#web/seals/routes'
import '#web/uploads/drops/routes'
import '#web/api/routes'
