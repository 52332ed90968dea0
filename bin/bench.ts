import { letYoungMemoryGrow } from './young_memory.js'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const ROOT = join(import.meta.dirname, '..')
const BENCHES = readdirSync(join(ROOT, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3).replaceAll('_', '-'))

/** A bench measures one thing next to a limit or a peer, in the same run. */
type Bench = () => Promise<Record<string, unknown>>

/** Runs one bench on data of its own, under tmp/bench, and prints what it measured. */
async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  })
  const [name] = positionals
  const file = name?.replaceAll('-', '_')
  if (!file || !existsSync(join(ROOT, 'bench', `${file}.ts`))) {
    throw new Error(`Dites quel banc d’essai lancer : ${BENCHES.join(', ')}.`)
  }
  process.env.DATA_DIR ??= join('tmp', 'bench')
  const { prepareEnvironment } = await import('./setup/environment.mjs')
  const { env, postgres } = await prepareEnvironment('start')
  Object.assign(process.env, env, { LOG_LEVEL: 'fatal' })
  letYoungMemoryGrow()
  try {
    const { default: bench }: { default: Bench } = await import(`../bench/${file}.js`)
    const measured = await bench()
    console.log(values.json ? JSON.stringify(measured) : lines(measured).join('\n'))
  } finally {
    await postgres?.stop()
  }
}

/** `list.bare.p95Ms   12,3`, one measure a line. */
function lines(measured: object, prefix = ''): string[] {
  return Object.entries(measured).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? lines(value, `${prefix}${key}.`)
      : [
          `${`${prefix}${key}`.padEnd(44)} ${typeof value === 'number' ? value.toLocaleString('fr') : value}`,
        ]
  )
}

try {
  // Awaited here, so that a bench whose promise is never kept ends with status 13 and not 0.
  await main()
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
