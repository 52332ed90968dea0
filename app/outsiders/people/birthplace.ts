import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'

/** INSEE's codes of communes, one a line: code, tabulation, name (resources/cog/SOURCE.txt). */
const FILE = 'resources/cog/communes.tsv'
const CODE = /^(?:\d{5}|2[AB]\d{3})$/

let communes: Promise<string> | undefined
const list = () => (communes ??= readFile(app.makePath(FILE), 'utf8').then((text) => `\n${text}`))

/**
 * A birthplace as people say it: « Paris 7e Arrondissement (75107) ». A code that the official list
 * does not have is said to be one; what was given in words stays in its words.
 */
export async function birthplaceInWords(birthplace: string): Promise<string> {
  if (!CODE.test(birthplace)) return birthplace
  const name = await communeNamed(birthplace)
  return name ? `${name} (${birthplace})` : `commune inconnue de nous, de code ${birthplace}`
}

/** The name of a commune by its code (COG), or null. */
async function communeNamed(code: string): Promise<string | null> {
  const text = await list()
  const at = text.indexOf(`\n${code}\t`)
  return at < 0 ? null : text.slice(at + code.length + 2, text.indexOf('\n', at + 1))
}
