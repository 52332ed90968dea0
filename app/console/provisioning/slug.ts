const FORMS =
  /^(commune|ville|communaute de communes|communaute d agglomeration|metropole|syndicat mixte|syndicat|ccas|centre communal d action sociale)\b/
const ARTICLES = /^\s*(?:(?:du pays|de la|de l|des|de|du|d|la|le|les|l)\s+)+/

/** « Commune de Saint-Orven » -> saint-orven: the short address offered for a member. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const proper = plain.replace(FORMS, '').replace(ARTICLES, '').trim()
  return shortened((proper || plain).replace(/ /g, '-'))
}

const LONGEST = 60
const SMALL_WORDS = /-(?:de|du|des|la|le|les|l|d|et|sur|en|a|au|aux)$/

/** Cut between two words, and never after one that calls for another. */
function shortened(slug: string): string {
  if (slug.length <= LONGEST) return slug
  let short = slug.slice(0, LONGEST + 1).replace(/-[^-]*$/, '')
  while (SMALL_WORDS.test(short)) short = short.replace(SMALL_WORDS, '')
  return short.slice(0, LONGEST)
}
