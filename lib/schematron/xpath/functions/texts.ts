import { XmlNode } from '#lib/xml/tree/element'
import { DocumentNode, isNode, NONE, textOf, type Items } from '../items.js'
import { doubleOfDecimal, integer, numeric } from '../numbers.js'
import { onlyOf, type Builtin } from '../run.js'

/** The text of an argument of one item; empty when there is none. @throws XPathError on two */
export const text = (items: Items | undefined): string => {
  if (items === undefined || items.length === 0) return ''
  return textOf(onlyOf(items)!)
}

const whole = (items: Items): number => {
  const value = numeric(onlyOf(items)!)
  return Math.round(typeof value === 'number' ? value : doubleOfDecimal(value))
}

const expressions = new Map<string, RegExp>()

/** A regular expression of XML Schema; what it shares with JavaScript is what rules use. */
function expression(written: string, flags: string): RegExp {
  const key = `${flags}/${written}`
  let made = expressions.get(key)
  if (!made) {
    const source = written.replaceAll('\\i', '[A-Za-z_:]').replaceAll('\\c', '[\\w.:\\-]')
    made = new RegExp(source, /\\p\{/i.test(source) ? `${flags}u` : flags)
    expressions.set(key, made)
  }
  return made
}

const nameOf = (items: Items): string => {
  const [item] = items
  if (item === undefined || !isNode(item) || item instanceof DocumentNode) return ''
  return item.name
}

export const TEXTS: Record<string, Builtin> = {
  'string': ([items]) => [text(items)],
  'normalize-space': ([items]) => {
    const value = text(items)
    return [value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')]
  },
  'string-length': ([items]) => [integer([...text(items)].length)],
  'upper-case': ([items]) => [text(items).toUpperCase()],
  'lower-case': ([items]) => [text(items).toLowerCase()],
  'concat': (args) => [args.map(text).join('')],
  'contains': ([of, part]) => [text(of).includes(text(part))],
  'starts-with': ([of, part]) => [text(of).startsWith(text(part))],
  'ends-with': ([of, part]) => [text(of).endsWith(text(part))],
  'substring-after': ([of, part]) => {
    const [value, mark] = [text(of), text(part)]
    const at = value.indexOf(mark)
    return [at === -1 ? '' : value.slice(at + mark.length)]
  },
  'substring-before': ([of, part]) => {
    const at = text(of).indexOf(text(part))
    return [at === -1 ? '' : text(of).slice(0, at)]
  },
  'substring': ([of, from, length]) => {
    const start = whole(from)
    const end = length === undefined ? Infinity : start + whole(length)
    return [[...text(of)].filter((_, rank) => rank + 1 >= start && rank + 1 < end).join('')]
  },
  'matches': ([of, by, flags]) => [expression(text(by), text(flags)).test(text(of))],
  'replace': ([of, by, to]) => [
    text(of).replace(expression(text(by), 'g'), text(to).replaceAll('$0', '$$&')),
  ],
  'tokenize': ([of, by]) => (text(of) === '' ? NONE : text(of).split(expression(text(by), ''))),
  'translate': ([of, from, to]) => {
    const [old, other] = [[...text(from)], [...text(to)]]
    const turned = [...text(of)].map((one) => {
      const at = old.indexOf(one)
      return at === -1 ? one : (other[at] ?? '')
    })
    return [turned.join('')]
  },
  'string-join': ([items, between]) => [items.map(textOf).join(text(between))],
  'name': ([items]) => [nameOf(items)],
  'local-name': ([items]) => [nameOf(items)],
  'namespace-uri': ([items]) => {
    const [item] = items
    return [item instanceof XmlNode ? item.namespace : '']
  },
}
