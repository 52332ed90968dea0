/** The facade of the room: the only file that other rooms import. */
export { awardNotified } from './events.js'
