import { spawnSync } from 'node:child_process'
import { skipped } from './shared_data.js'

const found = new Map<string, boolean>()

/**
 * True when an independent tool (pdfsig, xmllint, openssl…) is on this machine.
 * In CI (`CI=true`) a missing tool is an error: there no check may be skipped.
 */
export function hasTool(name: string): boolean {
  if (!found.has(name)) {
    found.set(name, spawnSync('sh', ['-c', `command -v ${name}`]).status === 0)
    if (!found.get(name)) {
      if (process.env.CI === 'true') throw new Error(`${name} must be installed in CI`)
      skipped.add(`checks by ${name}, which is not installed`)
    }
  }
  return found.get(name)!
}

/** Runs an independent tool and returns its status and its whole output. */
export function run(name: string, args: string[], input?: Buffer) {
  const result = spawnSync(name, args, { input, maxBuffer: 64 * 1024 * 1024 })
  return { status: result.status, output: `${result.stdout}${result.stderr}` }
}
