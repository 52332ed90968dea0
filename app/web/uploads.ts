/** The files that a form brings, whether they came with it or in pieces before. */
export { incomingFiles, type IncomingFile } from './uploads/incoming.js'
