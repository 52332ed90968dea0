import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Pdf } from '../../bin/journey/pdfs.js'
import { crashed, type Outcome } from './outcome.js'

/** Beyond the deadlines of every reading together: whoever is silent that long hangs. */
const SILENCE_MS = 360_000

/**
 * A few PDFs in a process of their own, whose memory ends with it. What ends the process, or holds
 * it, is the fault of the file that it was reading; the others go on in another one.
 */
export async function readBatch(batch: Pdf[], folder: string, keep: (one: Outcome) => void) {
  mkdirSync(folder, { recursive: true })
  const waiting = [...batch]
  while (waiting.length > 0) {
    const end = await oneProcess(waiting, folder, keep)
    const lost = waiting.shift()
    if (lost) keep(crashed(lost.path, lost.sha256, end))
  }
}

/** Takes from `waiting` each PDF whose outcome is known; returns how the process ended. */
function oneProcess(waiting: Pdf[], folder: string, keep: (one: Outcome) => void): Promise<string> {
  const program = join(import.meta.dirname, 'program.ts')
  const memory = '--max-old-space-size=1024'
  const child = spawn(process.execPath, [memory, '--import=@poppinss/ts-exec', program, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(waiting))
  return new Promise((settle) => {
    const hung = () => child.kill('SIGKILL')
    let watch = setTimeout(hung, SILENCE_MS)
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{"path"')) return
      clearTimeout(watch)
      watch = setTimeout(hung, SILENCE_MS)
      waiting.shift()
      keep(JSON.parse(line) as Outcome)
    })
    child.on('close', (code, signal) => {
      clearTimeout(watch)
      settle(`the process ended (${signal ?? code})`)
    })
  })
}
