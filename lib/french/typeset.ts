const THIN = '\u202f'

/** Between the thousands of a number; four digits before it are a year. */
const THOUSANDS = /(?<=(?<![\d.,/-])\d{1,3})[ \n](?=\d{3}(?![\d.,/-]))/gu

/** A space (or the line break of a template) that a line must not break at: before high punctuation, inside « », before a unit. */
const UNBROKEN =
  /(?<=«)[ \n]|[ \n](?=[:;?!»](?![\w/]))|(?<=\d)[ \n](?=(?:[kMG]?o|octets|€|%|h|km|m²)(?![\p{L}\d]))/gu

const BREAKABLE = new RegExp(`${UNBROKEN.source}|${THOUSANDS.source}`, 'gu')

/** The thousands of each number of a text, joined. */
export const joinThousands = (text: string): string => text.replace(THOUSANDS, THIN)

/** « 1er janvier »: the ordinal stands above the line, where a page can say so. */
const FIRST_DAY =
  /\b1er(?=[ \u00a0](?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))/g

/** Words that take no tag inside. */
const PLAIN = /^<(?:title|option|textarea|script|style|pre)\b/i

/** Their text is data: it goes back to the server, or to a program, octet for octet. */
const UNTOUCHED = /^<(?:textarea|script|style|pre)\b/i

/**
 * Lays the words of a page out as French wants: narrow no-break spaces in its text, never in the
 * values of its attributes or fields. Takes HTML, or a text without a tag.
 */
export function typeset(html: string): string {
  const raised = raiseFirstDays(html)
  return raised.replace(BREAKABLE, (space, at: number) => {
    const tag = raised.lastIndexOf('<', at)
    const insideTag = tag > raised.lastIndexOf('>', at)
    return insideTag || UNTOUCHED.test(raised.slice(tag, tag + 10)) ? space : THIN
  })
}

function raiseFirstDays(html: string): string {
  return html.replace(FIRST_DAY, (words, at: number) => {
    const tag = html.lastIndexOf('<', at)
    const isPlain =
      tag === -1 || tag > html.lastIndexOf('>', at) || PLAIN.test(html.slice(tag, tag + 10))
    return isPlain ? words : '1<sup>er</sup>'
  })
}
