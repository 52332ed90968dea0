import { UnknownSyntax } from './error.js'

export interface Token {
  kind: 'text' | 'number' | 'word' | 'sign' | 'end'
  value: string
}

const NAME = String.raw`[A-Za-z_][\w.\-]*`
const TOKEN = new RegExp(
  [
    String.raw`(?<space>\s+|\(:[\s\S]*?:\))`,
    String.raw`(?<text>"(?:[^"]|"")*"|'(?:[^']|'')*')`,
    String.raw`(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+\-]?\d+)?)`,
    String.raw`(?<word>\*:${NAME}|${NAME}:\*|(?:${NAME}:(?!:))?${NAME})`,
    String.raw`(?<sign>::|:=|\/\/|\.\.|!=|<=|>=|\|\||[()[\]{}.,@|+\-*\/=<>?$])`,
  ].join('|'),
  'gy'
)

/** The words and signs of an expression. @throws UnknownSyntax on a character that XPath has not */
export function tokens(source: string): Token[] {
  const found: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex
    const groups = TOKEN.exec(source)?.groups
    if (!groups) throw new UnknownSyntax(`« ${source.slice(at, at + 20)} »`)
    if (groups.text) found.push({ kind: 'text', value: unquoted(groups.text) })
    else if (groups.number) found.push({ kind: 'number', value: groups.number })
    else if (groups.word) found.push({ kind: 'word', value: groups.word })
    else if (groups.sign) found.push({ kind: 'sign', value: groups.sign })
  }
  found.push({ kind: 'end', value: '' })
  return found
}

function unquoted(written: string): string {
  const [quote] = written
  return written.slice(1, -1).replaceAll(quote + quote, quote)
}
