/** Files that come in pieces, and may pause, resume and survive a cut. */
export { uploads, type Upload } from './uploads/uploads.js'
export { member, MOST_PIECE } from '#lib/uploads/purpose'
export { UploadRefused } from '#lib/uploads/errors'
import './uploads/forget.js'
