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

/** Blanks and hyphens that the font has not, by those that look most like them. */
const BLANKS: Record<string, string> = {
  '\u202f': '\u00a0',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2011': '-',
}
const LETTERS: Record<string, string> = { 'Ł': 'L', 'ł': 'l', 'Đ': 'D', 'đ': 'd', '№': 'n°' }
/** What the Latin font has beyond Latin-1. */
const KNOWN = /[ıŒœ–—‘’‚“”„•…‹›⁄€™−\u2009]/

/**
 * The same text in characters that the font draws: a missing accent is better than an empty box in
 * somebody's name. Ask it of every text that goes in a PDF.
 */
export function printable(text: string): string {
  return Array.from(text.normalize('NFC'), (char) => {
    if (char <= '\u00ff' || KNOWN.test(char)) return char
    const plain = BLANKS[char] ?? LETTERS[char] ?? char.normalize('NFKD').replace(/\p{M}/gu, '')
    return plain && !/[^ -\u00ff]/.test(plain) ? plain : '?'
  }).join('')
}
