/** The portal is the last room: nobody imports it but the list of rooms. */
export { default as portal } from './capability.js'
