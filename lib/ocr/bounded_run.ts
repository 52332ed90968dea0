import { spawn } from 'node:child_process'

interface Bounds {
  /** Of the clock, and of the processor. */
  ms: number
  memoryBytes: number
  /** What it may answer, in octets. */
  mostOutput: number
}

/**
 * With its memory and its processor bounded by the system, after everybody else, and with nothing of
 * our environment: what reads a stranger’s file knows no secret of the platform.
 */
const SCRIPT = `ulimit -t "$1" 2>/dev/null; ulimit -v "$2" 2>/dev/null; shift 2
exec env -i PATH="$PATH" OMP_THREAD_LIMIT=1 nice -n 10 "$@"`

/** Gives bytes to a program and returns what it answers; null when it fails, is not there or takes too much. */
export function boundedRun(
  [name, ...args]: string[],
  input: Uint8Array,
  { ms, memoryBytes, mostOutput }: Bounds
): Promise<Buffer | null> {
  const limits = [String(Math.ceil(ms / 1000)), String(Math.ceil(memoryBytes / 1024))]
  const child = spawn('sh', ['-c', SCRIPT, 'sh', ...limits, name, ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => child.kill('SIGKILL'), ms)
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > mostOutput) child.kill('SIGKILL')
      else parts.push(part)
    })
    child.on('error', () => resolve(null))
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? Buffer.concat(parts) : null)
    })
    child.stdin.on('error', () => undefined) // it ended before it had read all: its status tells
    child.stdin.end(input)
  })
}
