/**
 * A unit that is found below itself, or null; `state` remembers what was walked from other roots.
 * Depth first, without recursion: an arborescence may be deeper than the stack.
 */
export function findLoop(
  from: string,
  children: Map<string, string[]>,
  state: Map<string, 'open' | 'done'>
): string | null {
  const path: { id: string; next: number }[] = []
  const enter = (id: string) => (state.set(id, 'open'), path.push({ id, next: 0 }))
  if (state.has(from)) return null
  enter(from)
  while (path.length > 0) {
    const top = path.at(-1)!
    const child = children.get(top.id)?.[top.next++]
    if (child === undefined) {
      state.set(top.id, 'done')
      path.pop()
    } else if (state.get(child) === 'open') {
      return child
    } else if (!state.has(child)) {
      enter(child)
    }
  }
  return null
}
