/** Open screens, told at the commit what has moved (server-sent events). */
export { live } from './live/hub.js'
export { hasMovedSince } from './live/missed.js'
