import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Fonts } from './paper.js'

const packages = createRequire(import.meta.url)
let kept: Fonts | null = null

/** The house's typeface for PDFs, read once. */
export function printFonts(): Fonts {
  return (kept ??= { regular: face(400), bold: face(700) })
}

function face(weight: number): Buffer {
  const folder = '@fontsource/atkinson-hyperlegible-next/files'
  return readFileSync(
    packages.resolve(`${folder}/atkinson-hyperlegible-next-latin-${weight}-normal.woff`)
  )
}
