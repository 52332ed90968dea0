import { unaccented } from '#lib/french/search/normalise'

/** The words of a page, out of what it is drawn as. */
export const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * The pages that hold every word typed, those that have them in their title first; all of them when
 * nothing is typed. `textOfPage` gives the words of a page.
 */
export function searchHelp<Page extends { title: string; summary: string }>(
  pages: Page[],
  typed: string,
  textOfPage: (page: Page) => string
): Page[] {
  const words = unaccented(typed).split(/\s+/).filter(Boolean)
  const has = (text: string) => words.every((word) => unaccented(text).includes(word))
  const found = pages.filter((page) => has(`${page.title} ${page.summary} ${textOfPage(page)}`))
  const isNamed = ({ title }: Page) => has(title)
  return [...found.filter(isNamed), ...found.filter((page) => !isNamed(page))]
}
