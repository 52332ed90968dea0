/** The facade of the room: the only file that other rooms import. */
export { commonSpace } from './spaces/usual_spaces.js'
