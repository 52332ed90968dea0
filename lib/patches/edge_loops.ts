import { compileFunction } from 'node:vm'

const OPENS = /^await template\.loopAsync\((.*), async function \((.*)\) \{$/
const CLOSES = '});'
const LITERAL = /^(\w+) \+= "(.*)";$/

/**
 * What Edge 6.5 compiled, lighter: a loop whose lines await nothing runs without a promise for each of
 * them (Edge makes one for each line and one for each cell of a list), and constants that follow one
 * another are added to the page at once. Edge writes a statement a line; what is
 * laid out otherwise stays as it is.
 */
export function sparePromises(compiled: string): string {
  const lines = joinedConstants(compiled.split('\n'))
  const spared = loopsAtOnce(lines).join('\n')
  return isWhole(spared) ? spared : lines.join('\n')
}

/** A value of several lines may end as a loop does: then one that awaits was taken for one that does not. */
function isWhole(compiled: string): boolean {
  try {
    compileFunction(`return async () => {${compiled}\n}`)
    return true
  } catch {
    return false
  }
}

function loopsAtOnce(lines: string[]): string[] {
  const open: { at: number; awaits: boolean }[] = []
  return lines.reduce<string[]>((out, line) => {
    out.push(line)
    if (line.endsWith('{') && line.includes(', async function (')) {
      open.push({ at: out.length - 1, awaits: false })
    } else if (line === CLOSES) {
      const loop = open.pop()
      const asked = loop && OPENS.exec(out[loop.at])
      const runsAtOnce = asked && !loop.awaits
      if (runsAtOnce) out[loop.at] = `template.loop(${asked[1]}, function (${asked[2]}) {`
      else if (open.length > 0) open.at(-1)!.awaits = true
    } else if (line.includes('await') && open.length > 0) {
      open.at(-1)!.awaits = true
    }
    return out
  }, [])
}

function joinedConstants(lines: string[]): string[] {
  const out: string[] = []
  for (const line of lines) {
    const [before, after] = [LITERAL.exec(out.at(-1) ?? ''), LITERAL.exec(line)]
    if (before && after && before[1] === after[1])
      out[out.length - 1] = `${after[1]} += "${before[2]}${after[2]}";`
    else out.push(line)
  }
  return out
}
