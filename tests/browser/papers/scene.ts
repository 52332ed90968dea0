import type { Page } from 'playwright'
import Membership from '#kernel/people/membership'
import type User from '#kernel/people/user'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { provisionGed } from '#app/ged/spaces/provision'
import { axeFindings, colourFindings } from '#tests/helpers/axe'
import { overflowOf, screenshot, signIn, type View, windowOn } from '#tests/helpers/browser'
import { runDueJobs } from '#tests/helpers/jobs'
import { placeApart } from '#tests/world/journals'
import { person } from '#tests/world/world'

export interface TownHall {
  tenant: Tenant
  agent: User
  within<T>(work: () => Promise<T>): Promise<T>
}

/** A member of nobody else, with its common space, and somebody who administers it. */
export async function townHall(name = 'Nolwenn Caradec'): Promise<TownHall> {
  const tenantId = await placeApart()
  const tenant = (await tenants.byId(tenantId))!
  const agent = await person(name, {})
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenantId, work)
  await within(async () => {
    await provisionGed()
    await Membership.create({ userId: agent.id, roles: ['administrator'], state: 'active' })
  })
  return { tenant, agent, within }
}

export async function windowOf({ agent }: Pick<TownHall, 'agent'>, view: View = 'light') {
  const context = await windowOn(view)
  await signIn(context, agent)
  return context.newPage()
}

/** What is wrong with what one sees, in both themes and on a small telephone. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults = await axeFindings(page)
  await screenshot(page, `papers-${name}`)
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(...(await colourFindings(page)))
  await page.emulateMedia({ colorScheme: 'light' })
  const wide = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 640 })
  faults.push(...(await axeFindings(page)))
  const over = await overflowOf(page)
  if (over > 0) faults.push(`${over} pixels too wide at 320`)
  await screenshot(page, `papers-${name}-narrow`)
  await page.setViewportSize(wide)
  return faults
}

/** What the workers do a little later: the texts are read. */
export async function later({ tenant }: Pick<TownHall, 'tenant'>): Promise<void> {
  await systemDb()
    .from('kernel.outbox')
    .where({ tenant_id: tenant.id, name: 'kernel.read_text_of_document' })
    .whereNull('done_at')
    .update({ run_at: new Date(0) })
  await runDueJobs(tenant.id)
}
