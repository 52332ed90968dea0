import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds of processor, in programs and in the system for them, since each began. */
export interface ProcessorTime {
  /** This process with its threads. */
  own: number
  /** The processes that it started and that have ended. */
  children: number
  /** PostgreSQL, when it is ours and stands on this machine. */
  database: number
}

/** Linux counts in hundredths of a second there (proc(5)); elsewhere others than us count for 0. */
const MS_PER_TICK = 10

/** What was used so far: the difference of two says what some work cost. */
export function processorTime(): ProcessorTime {
  const { user, system } = process.cpuUsage()
  return {
    own: (user + system) / 1000,
    children: statOf('self')?.children ?? 0,
    database: databaseTime(),
  }
}

interface Stat {
  parent: number
  own: number
  children: number
}

function statOf(pid: string): Stat | null {
  try {
    // The name of the program, between parentheses, may hold anything; the state comes after it
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15).map(Number)
    return {
      parent: Number(fields[1]),
      own: (user + system) * MS_PER_TICK,
      children: (childrenUser + childrenSystem) * MS_PER_TICK,
    }
  } catch {
    return null // not Linux, or it has just ended
  }
}

/** The server, the connections that it has, and those that have ended. */
function databaseTime(): number {
  const pidFile = join(process.env.DATA_DIR!, 'postgres', 'data', 'postmaster.pid')
  const pid = existsSync(pidFile) && Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  const server = pid ? statOf(String(pid)) : null
  if (!server) return 0
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(name) ?? [])
    .filter(({ parent }) => parent === pid)
    .reduce((sum, { own }) => sum + own, server.own + server.children)
}
