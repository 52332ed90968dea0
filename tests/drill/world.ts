import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Env = Record<string, string>

/** What a drill has started; none of it outlives the drill. */
const alive = new Set<ChildProcess>()

/** One installation of a drill: its own data, the same world outside. */
export function installation(root: string, name: string): NodeJS.ProcessEnv {
  const outside = join(root, 'outside')
  const { PATH, HOME, LANG } = process.env
  return {
    ...{ PATH, HOME, LANG },
    DATA_DIR: join(root, name),
    SIMULATORS_DIR: outside,
    TRUST_ANCHORS_FILE: join(outside, 'pki', 'root.pem'),
    MINISTRY_CA_FILE: join(outside, 'pki', 'root.pem'),
    MINISTRY_UNCERTAIN_SECONDS: '5',
    WEB_PROCESSES: '1',
    BACKUP_PASSPHRASE: 'une phrase pour l’exercice',
  }
}

/** Starts a program of Node in a group of its own, its output kept from ours. */
export function launch(args: string[], env: NodeJS.ProcessEnv, onLine: (line: string) => void) {
  const child = spawn(process.execPath, args, {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line)
      onLine(line)
    })
  }
  return { child, said }
}

/** Ends a program and all that it started, at once: nothing is written, nothing is told. */
export function killAll({ pid }: ChildProcess): void {
  try {
    process.kill(-pid!, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // it was dead already
  }
}

/** The bases that the platforms of a drill have started: each in a group of its own. */
const bases = new Set<number>()

export function killBase(pid: number): void {
  bases.delete(pid)
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // it was stopped already
  }
}

export function killEverything(): void {
  alive.forEach(killAll)
  bases.forEach(killBase)
}

/** Starts the platform and waits until pages are served. */
export async function openPlatform(env: NodeJS.ProcessEnv) {
  let ready: (found: { env: Env; postgres: number }) => void
  const opened = new Promise<{ env: Env; postgres: number }>((resolve) => (ready = resolve))
  const args = ['--import=@poppinss/ts-exec', 'tests/drill/platform.ts']
  const { child, said } = launch(args, env, (line) => {
    if (!line.startsWith('READY ')) return
    const found = JSON.parse(line.slice(6))
    bases.add(found.postgres)
    ready(found)
  })
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The platform did not start:\n${said.join('\n').slice(-3000)}`)
  })
  ended.catch(() => undefined) // once it is open, its end is ours
  const found = await Promise.race([opened, ended])
  return {
    ...found,
    child,
    async stop() {
      child.stdin.end()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      bases.delete(found.postgres)
    },
  }
}

/** Runs an ace command as an operator does, to its end; returns its status and its last line. */
export async function ace(args: string[], env: NodeJS.ProcessEnv) {
  const { child, said } = launch(['bin/setup/up.mjs', 'ace', ...args], env, () => undefined)
  child.stdin.end()
  const [status] = await once(child, 'close')
  return { status: status as number | null, said }
}
