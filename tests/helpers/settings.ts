import { readFileSync } from 'node:fs'

const declared = () =>
  readFileSync(new URL('../../start/env.ts', import.meta.url), 'utf8').matchAll(
    /^ {2}([A-Z][A-Z0-9_]+): Env\.schema\.(\w+)(\.optional)?/gm
  )

/** The settings without which no process starts, as start/env.ts declares them. */
export const required = (): string[] =>
  [...declared()].filter(([, , , optional]) => !optional).map(([, name]) => name)
