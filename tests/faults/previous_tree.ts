import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'

const git = (...args: string[]): string | null => {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/** The commit that this one came after, on its own road; null where there is no history to ask. */
export const previousCommit = (): string | null => git('rev-parse', '--verify', '--quiet', 'HEAD^1')

/**
 * The sources of a commit in a folder of their own, kept from one run to the next; they run on the
 * libraries and the styles of ours. Throws what git says.
 */
export function treeOf(commit: string): string {
  const tree = resolve('tmp', 'previous', commit)
  if (existsSync(tree)) return tree
  const part = `${tree}.${process.pid}`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { recursive: true })
  run('sh', ['-c', `git archive ${commit} | tar -x -C "${part}"`])
  symlinkSync(resolve('node_modules'), join(part, 'node_modules'))
  if (existsSync('public/assets')) {
    mkdirSync(join(part, 'public'), { recursive: true })
    symlinkSync(resolve('public/assets'), join(part, 'public/assets'))
  }
  run(process.execPath, ['ace.js', 'codegen'], part)
  renameSync(part, tree)
  return tree
}

/** Runs a program to its end. Throws what it said. */
export function run(command: string, args: string[], cwd = '.', env = process.env): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}
