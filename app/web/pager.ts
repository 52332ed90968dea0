const CURSORS = ['apres', 'avant']
/** The cursors of the pages that one came through, the oldest first. */
const TRAIL = 'pages'
const FIRST = '0'
/** Beyond, an address grows too long (in signs); the way back then ends at the first page. */
const LONGEST = 2400

export interface PagerLinks {
  next: string | null
  /** Exactly one page back. */
  previous: string | null
  /** Where a page was reached by a link that says nothing of the way: the beginning. */
  first: string | null
}

/**
 * The pages around the one at `here`, whose list says only what comes `next`: an address carries the
 * way by which one came, so that each step back shows what one has just read.
 */
export function pagerLinks(here: string, next?: string | null): PagerLinks {
  const page = new URL(here, 'http://halle')
  const cursor = cursorOf(page)
  const trail = (page.searchParams.get(TRAIL) ?? '').split('.').filter(Boolean)
  return {
    next: next ? forward(new URL(next, page), [...trail, cursor ?? FIRST]) : null,
    previous: cursor && trail.length > 0 ? back(page, trail) : null,
    first: cursor && trail.length === 0 ? back(page, [FIRST]) : null,
  }
}

const cursorOf = ({ searchParams }: URL): string | null =>
  CURSORS.map((name) => searchParams.get(name)).find(Boolean) ?? null

function forward(page: URL, trail: string[]): string {
  while (trail.length > 1 && trail.join('.').length > LONGEST) trail.shift()
  page.searchParams.set(TRAIL, trail.join('.'))
  return page.pathname + page.search
}

function back(page: URL, trail: string[]): string {
  const [to, way] = [trail.at(-1)!, trail.slice(0, -1)]
  const former = new URL(page)
  const name = CURSORS.find((one) => former.searchParams.get(one))!
  if (to === FIRST) former.searchParams.delete(name)
  else former.searchParams.set(name, to)
  if (way.length > 0) former.searchParams.set(TRAIL, way.join('.'))
  else former.searchParams.delete(TRAIL)
  return former.pathname + former.search
}
