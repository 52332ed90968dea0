import router from '@adonisjs/core/services/router'
import type { VisitedPage } from './pages.js'

const UUID = '[0-9a-f-]{36}'

/** The pages that the router knows and that nobody visits, but what is no page (by the names of routes). */
export function pagesNobodyVisits(visited: VisitedPage[], notPages: string[]): string[] {
  const paths = visited.map(({ path }) => pathOf(path))
  return (
    Object.values(router.toJSON())
      .flat()
      .filter(({ methods, name }) => methods.includes('GET') && !notPages.includes(name ?? ''))
      // What programs ask is no page: the document of the API holds it to its word
      .filter(({ pattern }) => !pattern.startsWith('/api/v1/'))
      .filter(({ pattern }) => {
        const known = pattern.replace(/:(id|\w+Id)\b/g, UUID)
        const shape = new RegExp(`^${known.replace(/:\w+/g, '[^/]+')}$`)
        return !paths.some((path) => shape.test(path))
      })
      .map(({ pattern }) => pattern)
  )
}

/**
 * Pages that no file names, opened by whoever opens one beside them: the same member, the same
 * thing, and nothing else to know. A page that needs more is named in the file of its room.
 */
export function pagesBeside(visited: VisitedPage[], patterns: string[]): VisitedPage[] {
  const opened = visited.filter(({ status = 200, session }) => status === 200 && !session)
  return patterns.flatMap((pattern) => {
    const wanted = pattern.split('/').slice(1)
    const beside = opened
      .map(({ path, as }) => ({ as, given: pathOf(path).split('/').slice(1) }))
      .map((one) => ({ ...one, common: inCommon(wanted, one.given) }))
      .filter(({ common }) => common > 0 && !wanted.slice(common).some(isParameter))
      .sort((one, other) => other.common - one.common)
    if (beside.length === 0) return []
    const [{ as, given, common }] = beside
    const path = `/${[...given.slice(0, common), ...wanted.slice(common)].join('/')}`
    return [{ name: `beside${path.replaceAll('/', '-')}`, path, as }]
  })
}

/** How many of the first segments of an address are those of another, whatever its parameters. */
function inCommon(wanted: string[], given: string[]): number {
  const differs = wanted.findIndex(
    (segment, index) => !given[index] || (segment !== given[index] && !isParameter(segment))
  )
  return differs === -1 ? wanted.length : differs
}

const isParameter = (segment: string) => segment.startsWith(':')
const pathOf = (address: string) => address.split('?')[0]
