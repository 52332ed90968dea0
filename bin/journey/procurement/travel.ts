import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { demoAccounts, readDemo } from '../../setup/demo_accounts.mjs'
import { startPlatform } from '../../setup/platform.mjs'
import { stopwatch } from '../travel.js'
import { bidsIn } from './bids.js'
import type { Bid, TenderRoad } from './itinerary.js'
import { roadToAward } from './road.js'

const USAGE = 'Usage : npm run journey -- --procurement --dce DOSSIER --bids DOSSIER --out DOSSIER'

function folders(args: string[]) {
  const options = {
    procurement: { type: 'boolean' },
    dce: { type: 'string' },
    bids: { type: 'string' },
    out: { type: 'string' },
  } as const
  const { dce, bids, out } = parseArgs({ args, options }).values
  if (!dce || !bids || !out) throw new Error(USAGE)
  const missing = [dce, bids].find((path) => !existsSync(path))
  if (missing) throw new Error(`Ce dossier n’existe pas : ${missing}`)
  return { dce: resolve(dce), bids: resolve(bids), out: resolve(out) }
}

/**
 * A consultation from the need to the sealed archive, as its people do it page by page, without a
 * browser. Returns the exit status: 0 only when the whole road was travelled, 2 when wrongly asked.
 */
export async function travelToAward(args: string[]): Promise<number> {
  let asked
  let bids: Bid[]
  try {
    asked = folders(args)
    bids = await bidsIn(asked.bids)
  } catch (error) {
    console.error((error as Error).message)
    return 2
  }
  const watch = stopwatch(({ step, ms }) =>
    console.log(`${step.padEnd(46)} ${String(ms).padStart(7)} ms`)
  )
  const platform = await watch.timed('Plateforme ouverte', () =>
    startPlatform({ quiet: true, foreground: false })
  )
  try {
    await mkdir(asked.out, { recursive: true })
    await copyFile(platform.env.TRUST_ANCHORS_FILE!, join(asked.out, 'anchors.pem'))
    await roadToAward({ ...peopleOf(platform.env), ...asked }, bids, watch)
    console.log(`\nTout est dans ${asked.out}`)
    return 0
  } catch (error) {
    console.error(
      `\nLe voyage s’arrête : ${error instanceof Error ? error.message : String(error)}`
    )
    return 1
  } finally {
    await platform.stop()
  }
}

function peopleOf(env: NodeJS.ProcessEnv): Omit<TenderRoad, 'dce' | 'bids' | 'out'> {
  const demo = readDemo(env)
  const { accounts, holders } = demoAccounts(env)
  const operator = accounts.find((one) => one.operator)!
  const passwords = new Map(accounts.map(({ email, password }) => [email, password!]))
  return {
    ...demo,
    base: env.APP_URL!,
    pdf: '',
    present: new Map(),
    holders: holders.map(({ email, key }) => ({ email, password: passwords.get(email)!, key })),
    operator: {
      email: operator.email,
      password: operator.password!,
      totpSecret: operator.totpSecret!,
    },
  }
}
