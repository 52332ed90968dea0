/** What the pages of the whole house do by themselves: seals that leave each day, what waits told by mail. */
import './seals/tell_seals.js'
import './messages/find_messages.js'
import './messages/recall.js'
import './documents/upkeep.js'
import './api/forget_answers.js'
