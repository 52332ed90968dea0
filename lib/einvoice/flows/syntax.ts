import type { Outcome } from '../check/outcome.js'

/** What a flow carries, in the words of XP Z12-013. */
export type FlowSyntax = 'CII' | 'UBL' | 'Factur-X' | 'CDAR'

/** The syntax of a file that was judged; null for what no flow carries. */
export function syntaxOf({
  format,
  container,
}: Pick<Outcome, 'format' | 'container'>): FlowSyntax | null {
  if (format === 'CII') return container === 'pdf' ? 'Factur-X' : 'CII'
  return format === 'UBL' || format === 'CDAR' ? format : null
}
