import type { Group } from '../../model/group.js'

/** The VAT of a line in a currency. */
export const vatOf = (line: Group, currency: string | null) =>
  line.found('EXT-FR-FE-181').find(({ node }) => node.attributes.currencyID === currency)?.text ??
  null
