/** The facade of the room: the only file that other rooms import. */
export { awardNotified, consultationPublished } from './events.js'
