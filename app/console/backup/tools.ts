import { spawn, type ChildProcess } from 'node:child_process'
import { text } from 'node:stream/consumers'

const MISSING = 'installez postgresql-client, de la version du serveur ou plus récente'

/** Runs one of PostgreSQL's own programs to its end; throws what it says when it fails. */
export async function runTool(name: string, args: string[]): Promise<string> {
  const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const [status, said, wrong] = await Promise.all([
    statusOf(child),
    text(child.stdout),
    text(child.stderr),
  ])
  if (status !== 0) throw new Error(`${name} a échoué (${status}) : ${wrong.trim().slice(-2000)}`)
  return said
}

/** How a program ended; throws when it is not on this machine. */
export const statusOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).catch((error) => {
    if (error.code === 'ENOENT')
      throw new Error(`${child.spawnfile} n’est pas sur cette machine : ${MISSING}.`)
    throw error
  })
