import type { PDF } from '@libpdf/core'
import type { RevisionComparison } from '#lib/pdf/compare'
import { pageTreeOf } from '#lib/pdf/page_tree'
import { noChanges, type LaterChanges } from './later_changes.js'

/** What became of the order of the pages, and of the pages that only other readers show. */
export function treeChanges(before: PDF, after: PDF, comparison: RevisionComparison): LaterChanges {
  const changes = noChanges()
  const [was, is] = [before, after].map(pageTreeOf)
  const [count, countNow] = [before, after].map((one) => one.context.pages.getPageCount())
  if (count !== countNow) changes.altered.push('le nombre de pages')
  else if (was.shape.join('\n') !== is.shape.join('\n'))
    changes.altered.push('le nombre ou l’ordre des pages')
  else if (was.passedOver.some((page, at) => !comparison.isSame(page, is.passedOver[at])))
    changes.altered.push('une page que tous les logiciels ne montrent pas')
  return changes
}
