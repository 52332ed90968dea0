/**
 * The first circle among formulas, as the identifiers one goes through, or null. A circle would
 * have every figure wait for another for ever, so it is refused when the formula is written.
 */
export function findCycle(dependencies: ReadonlyMap<string, readonly string[]>): string[] | null {
  const settled = new Set<string>()
  for (const start of dependencies.keys()) {
    const cycle = follow(start, [], dependencies, settled)
    if (cycle) return cycle
  }
  return null
}

function follow(
  id: string,
  path: string[],
  dependencies: ReadonlyMap<string, readonly string[]>,
  settled: Set<string>
): string[] | null {
  if (path.includes(id)) return [...path.slice(path.indexOf(id)), id]
  if (settled.has(id)) return null
  for (const next of dependencies.get(id) ?? []) {
    const cycle = follow(next, [...path, id], dependencies, settled)
    if (cycle) return cycle
  }
  settled.add(id)
  return null
}
