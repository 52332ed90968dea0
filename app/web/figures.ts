import type { Figure, FirstStep } from './figures/declaration.js'

export type { Count, Figure, FirstStep, Unfinished } from './figures/declaration.js'
export { figuresFor, figuresQuestion, type HomeFigures } from './figures/gather.js'

declare module '#kernel/room_declaration' {
  interface Room {
    /** What it counts on the home of those who decide by it. */
    figures?: Figure[]
    /** What one does first in it, offered where nothing waits; see `rank` for which room offers first. */
    firstStep?: FirstStep
  }
}
