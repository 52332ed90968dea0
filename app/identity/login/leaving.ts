import type { HttpContext } from '@adonisjs/core/http'

/** Reads the session before it is cleared; what it answers is done on the new one, and leads on. */
type Leaving = (ctx: HttpContext) => Promise<(() => string) | null>

const hooks: Leaving[] = []

/** Is told of each agent who leaves: whoever vouched for her may have a session to close too. */
export const onLeaving = (hook: Leaving): number => hooks.push(hook)

/** What is still to be done once she left, and where it leads; the first that has something to do. */
export async function whatIsLeft(ctx: HttpContext): Promise<(() => string) | null> {
  for (const hook of hooks) {
    const left = await hook(ctx)
    if (left) return left
  }
  return null
}
