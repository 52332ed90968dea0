/**
 * How a test starts a program of ours in a process of its own: by the loader of the runners, which
 * keeps what it has compiled. `node ...BY_OUR_LOADER bin/verify.ts` is the command of the README.
 */
export const BY_OUR_LOADER = [
  `--import=${new URL('../../bin/suite/loader.mjs', import.meta.url).href}`,
]

/** The same, for any ace command: what `ace.js` does after it has chosen how to read TypeScript. */
export const ACE = [...BY_OUR_LOADER, 'bin/console.ts']

/** What V8 compiled, and keys of tests, for the processes that start with an environment of their own. */
export const fromTheRunner = (): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  SIMULATORS_KEY_BITS: process.env.SIMULATORS_KEY_BITS,
})
