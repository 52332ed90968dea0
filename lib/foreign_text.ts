/** What no base or no page holds (NUL), or shows (the other signs of control). */
const UNWRITTEN = /[\p{Cc}\uFFFE\uFFFF]+/gu

/**
 * What another machine says, as it may be kept and shown: on one line, without halves of a pair,
 * `most` UTF-16 units at most. A refusal that the base would refuse in its turn is told to nobody.
 */
export const foreignText = (text: string, most: number): string =>
  // A cut may fall within a pair: it is done before what is left is mended
  text.replace(UNWRITTEN, ' ').trim().slice(0, most).toWellFormed()

/** JSON of another machine, without the NUL and the halves of a pair that JSON carries and no base holds. */
export const foreignJson = (text: string): unknown =>
  JSON.parse(text, (_name, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
  )
