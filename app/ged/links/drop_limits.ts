const GIB = 1024 ** 3

/** The name of the purpose, as a drop box wants it. */
export const LINK_DROP = 'ged.link'

/** Of one visit. */
export const DROP_LIMITS = { mostBytes: 4 * GIB, mostFiles: 100 }
