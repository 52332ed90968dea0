interface Span {
  firstYear: number
  lastYear: number
}

/** The year whose values a sheet asks for: the last that is over, and never outside the project. */
export function yearToAsk({ firstYear, lastYear }: Span, current: number): number {
  return Math.max(firstYear, Math.min(current - 1, lastYear))
}

/** The years of the project that have begun, around one of them. */
export function yearsAround(
  year: number,
  { firstYear, lastYear }: Span,
  current: number
): number[] {
  const near = [year - 2, year - 1, year, year + 1]
  const begun = near.filter((it) => it >= firstYear && it <= Math.min(current, lastYear))
  return begun.includes(year) ? begun : [...begun, year].sort()
}
