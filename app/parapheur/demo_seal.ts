import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simulatorsDir } from '#config/app'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import Seal from './models/seal.js'
import { depositSeal } from './signing/deposit_seal.js'

/** The password of every .p12 that the demonstration's authority makes. */
const DEMO_PASSWORD = 'demonstration'

/** Gives a member of the demonstration the seal that its authority made for it. */
export async function depositDemoSeal({ id, slug }: Tenant): Promise<string[]> {
  const path = simulatorsDir && join(simulatorsDir, 'pki', `cachet-${slug}.p12`)
  if (!path || !existsSync(path)) return []
  const p12 = await readFile(path)
  return tenancy.run(id, async () => {
    if (await Seal.inForce()) return []
    await depositSeal(p12, DEMO_PASSWORD, SYSTEM)
    return ['cachet de démonstration déposé.']
  })
}
