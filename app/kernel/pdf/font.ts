import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { woffToTrueType } from './woff.js'

export type FontWeight = 'regular' | 'semibold' | 'bold'

const FILES: Record<FontWeight, string> = { regular: '400', semibold: '600', bold: '700' }
const require = createRequire(import.meta.url)
const loaded = new Map<string, Buffer>()

/**
 * Atkinson Hyperlegible Next (OFL) as a TrueType file that pdfkit embeds: a PDF/A stays one only
 * when every font is embedded (ISO 19005-1 §6.3.4). Without its layout tables it opens ten times
 * faster, at the price of kerning: right for a stamp, not for a page of text.
 */
export function pdfFont(weight: FontWeight, { layout = true } = {}): Buffer {
  const key = `${weight}:${layout}`
  const known = loaded.get(key)
  if (known) return known
  const name = `atkinson-hyperlegible-next-latin-${FILES[weight]}-normal.woff`
  const path = require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`)
  const dropped = layout ? [] : ['GPOS', 'GSUB', 'GDEF']
  const font = woffToTrueType(readFileSync(path), dropped)
  loaded.set(key, font)
  return font
}
