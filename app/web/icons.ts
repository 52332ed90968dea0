import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = join(
  dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')),
  'icons'
)
const bodies = new Map<string, string>()

function readBody(name: string): string {
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`"${name}" is not the name of an icon`)
  const svg = readFileSync(join(folder, `${name}.svg`), 'utf8')
  return svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '')
}

/**
 * An icon of Lucide as inline SVG, drawn in the colour of the text around it.
 *
 * Decorative unless a label is given: an icon alone in a button gets its words from the button.
 * Throws when the icon does not exist, so that a wrong name is seen by the first test.
 */
export function icon(name: string, label?: string): string {
  if (!bodies.has(name)) bodies.set(name, readBody(name))
  const role = label ? `role="img" aria-label="${escapeAttribute(label)}"` : 'aria-hidden="true"'
  return (
    `<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ` +
    `stroke-linecap="round" stroke-linejoin="round" ${role}>${bodies.get(name)}</svg>`
  )
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
