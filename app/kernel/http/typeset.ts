const THIN = '\u202f'

/** A space that a line must not break at: before high punctuation, inside « », before a unit. */
const BREAKABLE =
  /(?<=«) | (?=[:;?!»](?![\w/]))|(?<=\d) (?=(?:[kMG]?o|octets|€|%|h|km|m²)(?![\p{L}\d]))/gu

/** Their text is data: it goes back to the server, or to a program, octet for octet. */
const UNTOUCHED = /^<(?:textarea|script|style|pre)\b/i

/**
 * Lays the words of a page out as French wants: narrow no-break spaces in its text, never in the
 * values of its attributes or fields. Takes HTML, or a text without a tag.
 */
export function typeset(html: string): string {
  return html.replace(BREAKABLE, (space, at: number) => {
    const tag = html.lastIndexOf('<', at)
    const insideTag = tag > html.lastIndexOf('>', at)
    return insideTag || UNTOUCHED.test(html.slice(tag, tag + 10)) ? space : THIN
  })
}
