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
  return (proper || plain).replace(/ /g, '-').slice(0, 60)
}
