/** The work of the house itself, and the rooms that it always has. */
import '#kernel/own_work'
import '#web/own_work'
import '#app/identity/room'
import '#app/outsiders/room'
import '#app/console/room'
/** The rooms: one line opens one, and nothing else outside its own folders names it. */
import '#app/portal/room'
import '#app/parapheur/room'
import '#app/archiving/room'
import '#app/actes/room'
import '#app/territory/room'
import '#app/webhooks/room'
import '#app/ged/room'
