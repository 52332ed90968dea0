/** A CPV code stands for all that its zeros leave open; two digits at least, its division. */
const branchOf = (cpv: string) => cpv.slice(0, 8).replace(/^(\d{2,}?)0+$/, '$1')

/** Narrows consultations to a branch of the CPV: that of the whole need, or of one of its lots. */
export const inBranch = (cpv: string) => (query: any) => {
  const branch = `${branchOf(cpv)}%`
  const inLot = 'exists (select from unnest(lot_cpvs) as code where code like ?)'
  query.whereLike('cpv', branch).orWhereRaw(inLot, [branch])
}
