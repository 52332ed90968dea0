import type { Invoice } from '../../model/invoice.js'

/** Whether a credit note names what it corrects, at its head or at each line that is one of detail. */
export function hasReferences(invoice: Invoice): boolean {
  const heads = invoice.all('BG-3').some((one) => one.has('BT-25') && one.has('BT-26'))
  if (heads) return true
  const own = invoice.text('BT-1')
  return invoice.all('BG-25').every((line) => {
    const references = line.all('EXT-FR-FE-BG-06')
    const isCii = invoice.syntax === 'CII'
    const status = isCii ? line.text('EXT-FR-FE-163') : statusOf(line, own)
    const isJudged = status === null || status === 'DETAIL'
    return (
      !isJudged ||
      references.some(
        (one) =>
          one.has('EXT-FR-FE-136') &&
          one.has('EXT-FR-FE-138') &&
          (isCii || one.text('EXT-FR-FE-136') !== own)
      )
    )
  })
}

/** In UBL the place of a line in its tree is a reference to the invoice itself. */
function statusOf(line: ReturnType<Invoice['all']>[number], own: string | null): string | null {
  const self = line.all('EXT-FR-FE-BG-06').find((one) => one.text('EXT-FR-FE-136') === own)
  return self ? (self.text('EXT-FR-FE-163') ?? '') : null
}
