import { readdirSync, readFileSync } from 'node:fs'

/** What Linux counts a second of processor in (getconf CLK_TCK), everywhere where Node runs. */
const TICK_MS = 10

interface Counted {
  parent: number
  ms: number
}

/**
 * Milliseconds of processor that a program and those that it started have used: of several web
 * processes the first serves nothing. NaN where the system does not tell (it is Linux that does).
 */
export function processorMsOf(pid: number): number {
  const all = processes()
  if (!all.has(pid)) return Number.NaN
  const family = [pid]
  for (const one of family)
    for (const [child, { parent }] of all) if (parent === one) family.push(child)
  return family.reduce((sum, one) => sum + all.get(one)!.ms, 0)
}

function processes(): Map<number, Counted> {
  const all = new Map<number, Counted>()
  for (const name of numbered()) {
    const counted = read(name)
    if (counted) all.set(Number(name), counted)
  }
  return all
}

function numbered(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return [] // no Linux
  }
}

function read(pid: string): Counted | null {
  try {
    return countedIn(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return null // ended meanwhile
  }
}

/** Of a line of /proc/<pid>/stat (man 5 proc); the name may hold spaces and parentheses. */
export function countedIn(line: string): Counted {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS }
}
