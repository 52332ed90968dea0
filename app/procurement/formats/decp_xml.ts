import { carried, xml } from '#lib/xml'
import type { Marche } from '../rules/decp.js'

/** The same records in XML (XSD 2.0.2), whose booleans are written oui and non. */
export const decpXml = (marches: Marche[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<marches>',
    ...marches.map((one) => element('marche', one, 1)),
    '</marches>',
    '',
  ].join('\n')

/** A list repeats its own name: `{ technique: ['a', 'b'] }`. */
function element(name: string, value: unknown, depth: number): string {
  const margin = '  '.repeat(depth)
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.map((one) => element(name, one, depth)).join('\n')
  if (Array.isArray(value)) return wrapped(name, value.flatMap(Object.entries), depth)
  if (typeof value === 'object' && value !== null)
    return wrapped(name, Object.entries(value), depth)
  const text = typeof value === 'boolean' ? (value ? 'oui' : 'non') : String(value)
  return `${margin}<${name}>${xml`${carried(text)}`}</${name}>`
}

function wrapped(name: string, members: [string, unknown][], depth: number): string {
  const margin = '  '.repeat(depth)
  const inner = members.map(([key, one]) => element(key, one, depth + 1))
  return [`${margin}<${name}>`, ...inner, `${margin}</${name}>`].join('\n')
}
