/** A part of a whole: how many, and what it means in the colours of the house. */
export interface Share {
  label: string
  meaning: string
  count: number
}

const WIDTH = 200

/** A whole and its parts as one bar, an SVG string without a word in it: the words and counts stand beside. Null when there is nothing to share. */
export function renderShares(shares: Share[]): string | null {
  const whole = shares.reduce((sum, { count }) => sum + count, 0)
  if (whole === 0) return null
  let from = 0
  const parts = shares.map(({ meaning, count }) => {
    const width = (count / whole) * WIDTH
    const part = `<rect class="share share-${meaning}" x="${round(from)}" y="0" width="${round(width)}" height="20"/>`
    from += width
    return count > 0 ? part : ''
  })
  const told = shares.map(({ label, count }) => `${label}\u202f: ${count}`).join(', ')
  return (
    `<svg class="gauge" viewBox="0 0 ${WIDTH} 20" preserveAspectRatio="none" role="img" aria-label="${told}" xmlns="http://www.w3.org/2000/svg">` +
    `${parts.join('')}</svg>`
  )
}

const round = (position: number) => Math.round(position * 10) / 10
