/** The production build that specs of whole platforms open, made once, while others already run. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('build_now.mjs', import.meta.url))

/**
 * Begins it when `isWanted`, in a process of its own: it writes the styles and scripts that pages show.
 * Returns what ends with it, and rejects when it fails.
 */
export function startBuild(isWanted) {
  if (!isWanted) return Promise.resolve()
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['ignore', 2, 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`La construction a échoué (${signal ?? code})`))
    )
  })
}
