import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { checkFile } from '#lib/einvoice'
import { importPack, Packs } from '#lib/einvoice/packs'
import { LocalDate } from '#lib/values'
import { corpus, packFolder } from './invoicing/corpus.js'
import { rounded, type Figures } from './invoicing/figures.js'
import { billOf } from './invoicing/many_lines.js'
import { saxonHe } from './invoicing/saxon.js'
import { saxonJs } from './invoicing/saxon_js.js'

const TODAY = '2026-11-29'
const LINES = [100, 1_000, 10_000, 100_000]

/**
 * Judging invoices, from their bytes to the broken rules: the rules of the model, the official pack in
 * our engine, and Saxon-HE where it stands, on the same files; then one invoice of more and more lines,
 * judged by all that there is.
 */
export default async function invoicing(): Promise<Record<string, unknown>> {
  const home = join(process.env.DATA_DIR!, 'invoicing-packs')
  const folder = packFolder()
  if (folder) importPack(folder, home, { today: TODAY })
  else console.error('Les paquets officiels ne sont pas mesurés : les données communes manquent.')
  const packs = Packs.in(home, LocalDate.parse(TODAY))
  const files = corpus()
  return {
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      memoryGb: Math.round(totalmem() / 1024 ** 3),
      node: process.version,
    },
    corpus: { files: files.length },
    disagreements: folder ? await disagreements(files, packs) : null,
    model: files.length > 0 ? alone('model', home) : null,
    packs: folder ? alone('packs', home) : null,
    saxonHe: files.length > 0 ? await saxonHe() : null,
    saxonJs: saxonJs(),
    lines: await growth(packs),
  }
}

/** How many rules of how many files only one of our two engines says to be broken. */
async function disagreements(files: { path: string }[], packs: Packs): Promise<number> {
  let count = 0
  for (const { path } of files) {
    const { rules } = await checkFile(readFileSync(path), packs)
    count += new Set(rules.filter(({ disputed }) => disputed).map(({ id }) => id)).size
  }
  return count
}

/** In its own process: the memory of an engine is its own. */
function alone(engine: 'model' | 'packs', home: string): Figures {
  const program = join(import.meta.dirname, 'invoicing', 'engine.ts')
  const args = ['--import=@poppinss/ts-exec', program, engine, home]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Figures
}

async function growth(packs: Packs): Promise<{ n: number; ms: number }[]> {
  const measured: { n: number; ms: number }[] = []
  for (const n of LINES) {
    const bytes = billOf(n)
    const from = performance.now()
    await checkFile(bytes, packs)
    measured.push({ n, ms: rounded(performance.now() - from) })
  }
  return measured
}
