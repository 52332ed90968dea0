import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { corpus, oracleDriver } from './corpus.js'
import { figuresOf, residentMb, timed, warm, type Figures } from './figures.js'

const JAR = process.env.SAXON_JAR ?? '/usr/share/java/Saxon-HE.jar'
/** The official sheets compiled to XSLT, brought beside the work. */
export const SHEETS = process.env.SAXON_XSLT_DIR ?? join('tmp', 'oracle')

/** Saxon-HE on the same files, parsing included, one file asked after the other; null where it is not. */
export async function saxonHe(): Promise<Figures | null> {
  const missing = [JAR, oracleDriver(), join(SHEETS, 'en-cii.xslt')].find((one) => !existsSync(one))
  if (missing) {
    console.error(`Saxon-HE n’est pas mesuré : ${missing} manque.`)
    return null
  }
  const files = corpus().map(({ path, sheets }) => ({
    path,
    sheets: sheets.filter((name) => existsSync(join(SHEETS, `${name}.xslt`))),
  }))
  const java = spawn('java', ['-cp', JAR, oracleDriver(), SHEETS], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const answers = createInterface(java.stdout)[Symbol.asyncIterator]()
  const ask = async ({ path, sheets }: (typeof files)[number]) => {
    java.stdin.write(`${path}\t${sheets.join(',')}\n`)
    for (let left = sheets.length; left > 0; left--) {
      if ((await answers.next()).done) throw new Error('Saxon-HE stopped')
    }
  }
  try {
    await warm(async () => {
      for (const file of files) await ask(file)
    })
    const before = residentMb(java.pid)
    const times = await timed(files, ask)
    return figuresOf(times, before, residentMb(java.pid))
  } finally {
    java.stdin.end()
    await once(java, 'exit')
  }
}
