/** The facade of the room: the only file that other rooms import. */
export { exchangeOpened, filesDelivered, filesLaid } from './events.js'
