import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { verifyDocuments } from '#console/documents/verify'
import Node from '#app/ged/nodes/node'
import { holdNames } from '#app/ged/nodes/naming'
import Version from '#app/ged/nodes/version'
import { rootOf } from '#app/ged/spaces/root_of'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { importInto, memberApart } from '#tests/ged/support/commands'
import { folderOf } from '#tests/ged/support/folders'
import { ACE } from '#tests/helpers/our_programs'
import { until } from '#tests/helpers/until'
import { pathOf } from '#tests/world/resting_files'

/** The folders of the source; each killed run waits in another, and the last one at its root. */
const LOTS = 10
/** Of each folder: more than the import keeps in one transaction, so that each run commits some. */
const FILES = 60
/** What is not in the folders at first: the small files that follow, and a large one at the root. */
const TO_COME = LOTS * FILES + 1
/** Fewer contents than files: the last folder holds the bytes of the first, which killed runs kept. */
const CONTENTS = (LOTS - 1) * FILES
/** Above what is kept with others: it comes piece after piece. */
const LARGE = Buffer.alloc(9 * 1024 ** 2 + 5, 7)

const lotOf = (lot: number) => `lot-${lot}`
const nameOf = (lot: number, rank: number) => `${lot}-${String(rank).padStart(2, '0')}.txt`
const textOf = (lot: number, rank: number) => `Délibération ${(lot * FILES + rank) % CONTENTS}`
const filesOf = (lot: number): [name: string, text: string][] =>
  Array.from({ length: FILES }, (_, rank) => [nameOf(lot, rank), textOf(lot, rank)])
const ALL_LOTS = Array.from({ length: LOTS }, (_, lot) => lot)

test.group('An import whose process is killed', (group) => {
  let member: Tenant
  let source: string
  const here = <T>(work: Parameters<typeof tenancy.run<T>>[1]) => tenancy.run(member.id, work)

  group.tap((one) => one.timeout(1_200_000))
  group.setup(async () => {
    member = await memberApart()
  })

  /** How many documents the base says are done. */
  const committed = () =>
    here(async ({ trx }) => {
      const done = trx.from('ged.import_lines').where({ tenant_id: member.id, kind: 'document' })
      const [{ count }] = await done.whereNot('outcome', 'refused').count('*')
      return Number(count)
    })

  /** The place of a folder of the source; of its root, for null. */
  const placeOf = async (lot: number | null) =>
    lot === null
      ? rootOf((await commonSpace()).id)
      : (await Node.findByOrFail('name', lotOf(lot))).within

  /**
   * Kills a run in the middle of a transaction, where it waits for the names of a folder that another
   * transaction holds: it has committed what comes before, and its files are on the disk while no row
   * names them. Says how many documents are done.
   */
  async function killedAt(lot: number | null): Promise<number> {
    const [holds, lets] = [Promise.withResolvers<number>(), Promise.withResolvers<void>()]
    const held = here(async ({ trx }) => {
      await holdNames(await placeOf(lot))
      const { rows } = await trx.rawQuery('select pg_backend_pid() as pid')
      holds.resolve(rows[0].pid)
      await lets.promise
    })
    held.catch(holds.reject)
    const holder = await holds.promise
    const command = [...ACE, 'ged:import', source, '--tenant', member.siren, '--json']
    const run = spawn(process.execPath, command, { stdio: 'ignore' })
    const ended = once(run, 'exit')
    const waits = () =>
      here(async ({ trx }) => {
        const { rows } = await trx.rawQuery(
          'select 1 from pg_stat_activity where ? = any(pg_blocking_pids(pid))',
          [holder]
        )
        return rows.length > 0
      })
    try {
      await until(async () => run.exitCode !== null || (await waits()), 'the run that waits')
    } finally {
      run.kill('SIGKILL')
      await ended
      lets.resolve()
      await held
    }
    if (run.signalCode !== 'SIGKILL') throw new Error('The import ended before it was killed')
    return committed()
  }

  test('ten times ends exact: nothing is done twice, lost, or left on the disk', async ({
    assert,
  }) => {
    const first = ALL_LOTS.map((lot) => [`${lotOf(lot)}/premier.txt`, 'le premier'])
    source = await realpath(await folderOf(Object.fromEntries(first)))
    assert.equal((await importInto(member, source)).report.seen, LOTS)
    for (const lot of ALL_LOTS)
      for (const [name, text] of filesOf(lot)) await writeFile(join(source, lotOf(lot), name), text)
    await writeFile(join(source, 'z.bin'), LARGE)

    const counts = [await committed()]
    for (const lot of [...ALL_LOTS.slice(1), null]) counts.push(await killedAt(lot))
    for (const [kill, count] of counts.slice(1).entries())
      assert.isAbove(
        count,
        counts[kill],
        `kill ${kill + 1} came before the first commit of its run`
      )

    const trial = await importInto(member, source, '--dry-run')
    const { report, status } = await importInto(member, source)
    const whole = { seen: TO_COME + LOTS, refused: 0 }
    for (const one of [trial.report, report]) {
      assert.containsSubset(one, { ...whole, skipped: counts.at(-1) })
      assert.isAbove(one.skipped, TO_COME / 2)
      assert.isAbove(one.imported + one.duplicates, 0)
    }
    assert.equal(report.skipped + report.imported + report.duplicates, whole.seen)
    assert.deepEqual([status, report.errors], [0, []])
    assert.containsSubset((await importInto(member, source)).report, { skipped: whole.seen })

    const kept = await here(async () => ({
      documents: await Node.query().where('kind', 'document'),
      versions: await Version.query(),
    }))
    assert.sameMembers(
      kept.documents.map(({ name }) => name),
      [
        ...ALL_LOTS.flatMap((lot) => ['premier.txt', ...filesOf(lot).map(([name]) => name)]),
        'z.bin',
      ]
    )
    assert.lengthOf(kept.versions, whole.seen)
    const { seconds, bytes, ...sound } = await verifyDocuments([member.id])
    const SOUND = { altered: [], missing: [], orphans: [] }
    assert.deepEqual(sound, { objects: CONTENTS + 2, ...SOUND })
  })

  test('keeps files of which a flipped byte is named, in its room and under its name', async ({
    assert,
  }) => {
    const name = nameOf(5, 3)
    const sha256 = await here(async () => {
      const { id } = await Node.findByOrFail('name', name)
      return (await Version.lastOf(id)).digest
    })
    const path = await pathOf(member.id, sha256)
    const bytes = await readFile(path)
    bytes[bytes.length - 1] ^= 1
    await writeFile(path, bytes)
    const { altered } = await verifyDocuments([member.id])
    assert.deepEqual(altered, [{ sha256, room: 'ged', name }])
  })
})
