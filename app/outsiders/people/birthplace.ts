import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'

/** INSEE's codes, one a line: code, tabulation, name (resources/cog/SOURCE.txt). */
const FILES = { communes: 'resources/cog/communes.tsv', countries: 'resources/cog/pays.tsv' }
const COMMUNE = /^(?:\d{5}|2[AB]\d{3})$/
const COUNTRY = /^99\d{3}$/

type List = keyof typeof FILES
const lists: Partial<Record<List, Promise<string>>> = {}
const textOf = (list: List) =>
  (lists[list] ??= readFile(app.makePath(FILES[list]), 'utf8').then((text) => `\n${text}`))

/**
 * A birthplace as people say it: « Paris 7e Arrondissement (75107) ». A code that the official list
 * does not have is said to be one; what was given in words stays in its words.
 */
export async function birthplaceInWords(birthplace: string): Promise<string> {
  if (COUNTRY.test(birthplace)) return countryInWords(birthplace)
  if (!COMMUNE.test(birthplace)) return birthplace
  const name = await nameIn('communes', birthplace)
  return name ? `${name} (${birthplace})` : `commune inconnue de nous, de code ${birthplace}`
}

/** A country of birth by its code: « Algérie »; other words are left as they are. */
export async function countryInWords(country: string): Promise<string> {
  if (!COUNTRY.test(country)) return country
  return (await nameIn('countries', country)) ?? `pays inconnu de nous, de code ${country}`
}

/** The name that stands beside a code, or null. */
async function nameIn(list: List, code: string): Promise<string | null> {
  const text = await textOf(list)
  const at = text.indexOf(`\n${code}\t`)
  return at < 0 ? null : text.slice(at + code.length + 2, text.indexOf('\n', at + 1))
}
