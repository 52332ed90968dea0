import { spawnSync } from 'node:child_process'

/** A page in grey, line by line. */
export interface Drawn {
  width: number
  height: number
  grey: Buffer
}

const options = { maxBuffer: 512 * 1024 * 1024, timeout: 15_000 }

/** One page as poppler draws it; null when it draws none. */
export function drawnPages(path: string, page: number, dpi: number): Drawn | null {
  const asked = ['-f', String(page), '-l', String(page), '-r', String(dpi)]
  const { stdout } = spawnSync('pdftoppm', [...asked, '-gray', '-cropbox', path], options)
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout?.toString('latin1', 0, 64) ?? '')
  if (!head) return null
  const [width, height] = [Number(head[1]), Number(head[2])]
  return { width, height, grey: stdout.subarray(head[0].length) }
}
