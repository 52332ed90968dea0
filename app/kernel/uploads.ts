/** Files that come in pieces, and may pause, resume and survive a cut. */
export { uploads, MOST_PIECE, type Upload } from './uploads/uploads.js'
export { UploadRefused } from './uploads/errors.js'
import './uploads/forget.js'
