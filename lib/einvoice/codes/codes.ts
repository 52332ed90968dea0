/** The codes of a list written one after the other, as a set. */
export const codes = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))
