import { readdirSync } from 'node:fs'
import { runTenders } from '../../../bin/tenders/run.js'

/** The offline program without its process; `answer` is what it wrote for programs. */
export async function tenders(...args: string[]) {
  const ending = await runTenders(args)
  return { ...ending, answer: args.includes('--json') ? JSON.parse(ending.stdout) : null }
}

/** The files under a folder, sorted; none when it is not there. */
export function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
      .sort()
  } catch {
    return []
  }
}
