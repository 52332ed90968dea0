/** Without accents nor capitals: what a person types rarely has them. */
const plain = (text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').toLowerCase()

/**
 * Finds words in the text of a document. `find` gives the pages that have them all, in order;
 * `mark` shows them on a page that was drawn.
 */
export function searchIn(pdf, part) {
  const texts = new Map()
  let words = []

  async function textOf(number) {
    if (!texts.has(number)) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      texts.set(number, plain(items.map(({ str, hasEOL }) => str + (hasEOL ? ' ' : '')).join('')))
    }
    return texts.get(number)
  }

  function mark(place) {
    for (const span of place.querySelectorAll('.textLayer span')) {
      const text = plain(span.textContent)
      span.classList.toggle(
        'viewer-found',
        words.some((word) => text.includes(word))
      )
    }
  }

  return {
    mark,
    async find(typed) {
      words = plain(typed).split(/\s+/).filter(Boolean)
      for (const place of part.querySelectorAll('.viewer-page')) mark(place)
      if (words.length === 0) return []
      const pages = []
      for (let number = 1; number <= pdf.numPages; number++) {
        const text = await textOf(number)
        if (words.every((word) => text.includes(word))) pages.push(number)
      }
      return pages
    },
  }
}
