import type { Group } from '../../model/group.js'
import type { Invoice } from '../../model/invoice.js'

/** CII writes a date in two elements: the outer one is enough for a period to be said. */
export const isSaid = (group: Group, term: string) =>
  group.has(term) ||
  group.node.children.some(
    ({ name }) => name === (['BT-73', 'BT-134'].includes(term) ? 'StartDateTime' : 'EndDateTime')
  )

/** Days as written in one syntax compare as their texts do; CII reads those of the format 102. */
export function inOrder(group: Group, first: string, last: string, { syntax }: Invoice): boolean {
  const [start, end] = [group.found(first)[0], group.found(last)[0]]
  if (!isSaid(group, first) || !isSaid(group, last)) return true
  if (!start || !end) return false
  const isRead = [start, end].every(
    ({ node }) => syntax === 'UBL' || node.attributes.format === '102'
  )
  return isRead && start.text.trim() <= end.text.trim()
}
