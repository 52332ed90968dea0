/** The purposes of uploads, as a drop box names them. */
export const FILES = { plain: 'exchange.files', sealed: 'exchange.sealed' }

/** Of one drop box: 2 GB were promised, and a little more passes. */
export const LIMITS = { mostBytes: 4 * 1024 ** 3, mostFiles: 100 }
