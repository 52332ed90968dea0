/** The part of lodash that reads where a field goes. */
interface Paths {
  toPath(name: unknown): string[]
}

/** As many as the fields of one form (`maxFields` of the body parser). */
const FARTHEST = 1_000
/** Deeper than any form of ours. */
const DEEPEST = 20

/** What the body parser never keeps, whoever sends it. */
const KEPT_NOWHERE = ['__proto__']

/**
 * The body parser of Adonis 7 takes `lines[4294967294]` of a multipart form for a place in a list, makes
 * the list, and copies it whole: one field of thirty bytes holds the process for minutes. A field that
 * names a place so far, or so deep, is left out, as qs does for forms of the other kind.
 */
export function boundPlacesInForms(lodash: Paths): void {
  const { toPath } = lodash
  lodash.toPath = (name: unknown) => {
    const path = toPath(name)
    return path.length > DEEPEST || path.some(isTooFar) ? KEPT_NOWHERE : path
  }
}

const isTooFar = (place: string) => /^\d+$/.test(place) && Number(place) >= FARTHEST
