import type { Meaning } from '#lib/meaning'
/**
 * One shape per meaning, so that a state is never told by its colour alone (WCAG 1.4.1):
 * an hourglass waits, a half-filled disc advances, a full disc with its tick is done, a triangle
 * calls for somebody, a ring says nothing yet.
 */
const SHAPES: Record<Meaning, string> = {
  waiting: '<path d="M3 1h10v2.6L9.4 8l3.6 4.4V15H3v-2.6L6.6 8 3 3.6z"/>',
  doing: '<path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1m0 2a5 5 0 0 0 0 10z"/>',
  done:
    '<path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1m3.4 3.7L6.9 9.5 4.7 7.4 ' +
    '3.4 8.8l3.6 3.4 5.9-6.2z"/>',
  trouble: '<path fill-rule="evenodd" d="M8 .8 16 15H0zM7 6v4.4h2V6zm0 5.6v1.9h2v-1.9z"/>',
  plain:
    '<path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1m0 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6"/>',
}

/** The inline SVG of a meaning; an unknown meaning is shown as plain. */
export function stateShape(meaning: string): string {
  const path = SHAPES[meaning as Meaning] ?? SHAPES.plain
  return `<svg viewBox="0 0 16 16" aria-hidden="true">${path}</svg>`
}
