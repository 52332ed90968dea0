import router from '@adonisjs/core/services/router'
import type { VisitedPage } from './pages.js'

/** What a browser saves, or a program reads: nobody looks at it as a page. */
const NO_PAGES = new Set([
  'health.live',
  'health.ready',
  'health.metrics',
  'accents.show',
  'portal.searches.index',
  'portal.streams.show',
  'portal.uploads.show',
  // Goes back to the form, with what was typed.
  'operator.members.back',
  'operator.actes.answers.show',
  'parapheur.documents.show',
  'parapheur.bordereaux.show',
  'archiving.files.show',
  'seals.key.download',
  'kernel.public.seals.feed',
  'archiving.proofs.show',
  'territory.fiches.pdf',
  'territory.fiches.csv',
  'territory.exports.sheets',
  'territory.exports.values',
  'territory.evaluations.pdf',
  'territory.exports.sheets',
  'territory.exports.values',
  'territory.exports.workbook',
  'territory.public.feed',
  'territory.public.csv',
  'territory.public.evaluation',
  'actes.documents.show',
  'actes.public.register.feed',
  'actes.public.register.stamped',
  'actes.public.register.signed',
  'actes.public.register.annexe',
])

const UUID = '[0-9a-f-]{36}'

/** The pages that the router knows and that nobody visits: a new page adds itself to its room. */
export function pagesNobodyVisits(visited: VisitedPage[]): string[] {
  const paths = visited.map(({ path }) => path.split('?')[0])
  return Object.values(router.toJSON())
    .flat()
    .filter(({ methods, name }) => methods.includes('GET') && !NO_PAGES.has(name ?? ''))
    .filter(({ pattern }) => {
      const known = pattern.replace(/:(id|\w+Id)\b/g, UUID)
      const shape = new RegExp(`^${known.replace(/:\w+/g, '[^/]+')}$`)
      return !paths.some((path) => shape.test(path))
    })
    .map(({ pattern }) => pattern)
}
