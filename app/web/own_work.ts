/** What the pages of the whole house do by themselves: the seals that leave it each day. */
import './seals/tell_seals.js'
