/**
 * A file at rest, second format: `HAL2`, the generation of the data key on four bytes, a random salt
 * of 32, then frames of 64 KiB of plain text under AES-256-GCM, with a key of the file's own. The
 * nonce is the frame's rank; the additional data say whose file it is, where it rests, what its
 * digest is, the rank of the frame and whether it is the last: a frame opens nowhere else.
 *
 * First format, read only: `HAL1`, an 8-byte random prefix of the nonces, the same frames under the
 * tenant's key itself, bound to nothing but « last » or « more ».
 */
export const FIRST = Buffer.from('HAL1')
export const SECOND = Buffer.from('HAL2')
export const MAGIC = 4
export const SALT = 32
export const FRAME = 64 * 1024
export const TAG = 16
export const FIRST_HEADER = MAGIC + 8
export const HEADER = MAGIC + 4 + SALT

/** The format of what is written now. */
export const CURRENT_CIPHER = 2
