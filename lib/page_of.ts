/**
 * Of rows that were asked one more than a page shows: the `most` first, and the identifier after which
 * there is more; null when nothing is left.
 */
export function pageOf<T extends { id: string }>(
  found: T[],
  most: number
): { shown: T[]; next: string | null } {
  const shown = found.slice(0, most)
  return { shown, next: found.length > most ? shown.at(-1)!.id : null }
}
