import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getActiveTest } from '@japa/runner'
import { inletsConfig } from '#config/inlets'
import Arrival from '#app/ged/inlets/arrival'
import Inlet from '#app/ged/inlets/inlet'
import { sealed } from '#app/ged/inlets/secrets'
import Node from '#app/ged/nodes/node'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { aFolder } from './documents.js'
import { folderOf } from './folders.js'

/** Puts settings back at the end of the test that changes them. */
export function withInlets(settings: Partial<typeof inletsConfig>) {
  const before = { ...inletsConfig }
  Object.assign(inletsConfig, settings)
  getActiveTest()?.cleanup(() => void Object.assign(inletsConfig, before))
}

type Source =
  | { kind: 'folder'; source: string }
  | { kind: 'mailbox'; source: string; login: string; password: string }

/** An inlet of a member, that files in a folder of its common space. */
export async function inletOf({ id: tenantId }: Tenant, source: Source) {
  const { inlet, folder } = await tenancy.run(tenantId, async () => {
    await giveUsualTypes()
    const { id: spaceId } = await commonSpace()
    const opened = await aFolder('Courrier arrivé')
    const password = source.kind === 'mailbox' ? { password: sealed(source.password) } : {}
    const facts = { ...source, ...password, spaceId, folderId: opened.id, openedAt: clock.now() }
    return { folder: opened, inlet: await Inlet.create(facts) }
  })
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenantId, work)
  return {
    ...{ inlet, folder, within },
    /** The names that stand in its folder, or in one of them. */
    filed: (parent = folder) =>
      within(async () => (await Node.at(parent.within).orderBy('id')).map(({ name }) => name)),
    arrivals: () =>
      within(async () => {
        const all = await Arrival.query().where('inlet_id', inlet.id).orderBy('id')
        return all.map(({ name, refusal }) => ({ name, refusal }))
      }),
    trouble: () => within(async () => (await Inlet.findOrFail(inlet.id)).trouble),
  }
}

/** A folder of scans of a member, with what its scanner has finished to write. */
export async function scansOf(
  { siren }: Pick<Tenant, 'siren'>,
  files: Record<string, string | Buffer>
) {
  const root = await folderOf({})
  const folder = join(root, siren, 'Accueil')
  await mkdir(folder, { recursive: true })
  withInlets({ scansFolder: root, settledMs: 0 })
  const write = async (name: string, content: string | Buffer, at = '2026-03-12T10:00:00Z') => {
    await writeFile(join(folder, name), content)
    await utimes(join(folder, name), new Date(at), new Date(at))
  }
  for (const [name, content] of Object.entries(files)) await write(name, content)
  return { root, folder, write }
}
