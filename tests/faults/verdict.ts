import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../bin/setup/process.mjs'
import { samplePdf } from '../lib/signature/sample_pdf.js'
import { untilTheEnd } from '#tests/helpers/simulators'
import { BY_OUR_LOADER, fromTheRunner } from '#tests/helpers/our_programs'

/** Nothing of the test's own base or ports: the platform makes its own, as `npm start` does. */
const bareEnvironment = (dataDir: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LANG: process.env.LANG,
  DATA_DIR: dataDir,
  ...fromTheRunner(),
  // The commit whose answer was lost is asked about after seconds, not half an hour.
  MINISTRY_UNCERTAIN_SECONDS: '10',
  // What a dead worker left, and what comes round, are seen within seconds too.
  JOB_LOCK_SECONDS: '5',
  PERIODIC_LOOK_SECONDS: '1',
})

let prepared: Promise<string> | undefined

/** The folder of a platform at rest, whose demonstration is made once for the programs of a run. */
function preparedFolder(): Promise<string> {
  prepared ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'halle-prepared-'))
    untilTheEnd(async () => rmSync(folder, { recursive: true, force: true }))
    await play('tests/faults/prepare.ts', [], folder)
    return folder
  })()
  return prepared
}

/** Runs a program on a platform of its own, and returns what it says on its line VERDICT. */
export async function verdictOf<T>(file: string, args: string[]): Promise<T> {
  const dataDir = mkdtempSync(join(process.env.FAULT_KEEP ?? tmpdir(), 'halle-faults-'))
  try {
    // With its owners: the base runs as one who is not root
    execFileSync('cp', ['-a', `${await preparedFolder()}/.`, dataDir])
    const pdf = join(dataDir, 'deliberation.pdf')
    writeFileSync(pdf, await samplePdf(['Délibération pendant l’orage']))
    return await play(file, [`--pdf=${pdf}`, ...args], dataDir)
  } finally {
    // By hand: the folder where bases stay, to be read after the storm
    if (!process.env.FAULT_KEEP) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function play<T>(file: string, args: string[], dataDir: string): Promise<T> {
  const program = [...BY_OUR_LOADER, file, ...args]
  // From the start: the usual port is that of a neighbour as soon as ours is killed
  const env = { ...bareEnvironment(dataDir), PORT: String(await freePort()) }
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      output += part
      if (process.env.FAULT_SAY) process.stdout.write(part)
    })
  }
  await new Promise((resolve) => child.once('exit', resolve))
  const said = /^VERDICT (.+)$/m.exec(output)?.[1]
  if (!said) throw new Error(`${file} ended without its verdict:\n${output.slice(-4000)}`)
  return JSON.parse(said)
}
