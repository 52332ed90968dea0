import { type PDF, PdfDict } from '@libpdf/core'
import type { RevisionComparison } from '#lib/pdf/compare'
import { roleBehind } from '#lib/pdf/compared_pair'
import { resolved } from '#lib/pdf/document'
import { pageTreeOf } from '#lib/pdf/page_tree'
import { noChanges, type LaterChanges } from './later_changes.js'

/** What the nodes of the tree hand down to its pages (ISO 32000-1 §7.7.3.4). */
const HANDED_DOWN = ['Resources', 'MediaBox', 'CropBox', 'Rotate']

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
  else if (was.nodes.some((node, at) => !handsDownTheSame(node, is.nodes[at])))
    changes.altered.push('ce dont héritent les pages')
  // A page that was signed and is not found cannot be compared: nobody says that it is as it was
  if (was.passedOver.some((page) => !(resolved(before, page) instanceof PdfDict)))
    changes.doubtful.push('une page que le document annonce, et que l’on ne retrouve pas')
  return changes

  function handsDownTheSame(node: PdfDict, now: PdfDict): boolean {
    return HANDED_DOWN.every((key) =>
      comparison.isSame(node.get(key), now.get(key), roleBehind(key))
    )
  }
}
