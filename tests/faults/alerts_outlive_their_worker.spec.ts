import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import type { Job } from '#kernel/jobs'
import { receivers } from '#config/receivers'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { postMessage } from '#app/procurement/alerts/post_message'
import { tellAlert } from '#app/procurement/alerts/tell_alert'
import { saveOwnSearch } from '#app/procurement/alerts/own_search'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'
import { until } from '#tests/helpers/until'
import { heldBidder } from '#tests/procurement/companies'
import { onlineConsultation } from '#tests/procurement/bidders'
import { market, type Market } from '#tests/procurement/room'
import { openReceiver } from '#tests/webhooks/receiver'

const PROGRAM = fileURLToPath(new URL('alert_program.ts', import.meta.url))
const LIMIT_MS = 300_000

test.group('A saved search whose worker is killed', (group) => {
  let town: Market
  let receiver: Awaited<ReturnType<typeof openReceiver>>
  group.tap((one) => one.timeout(LIMIT_MS))
  group.setup(async () => {
    town = await market()
    receiver = await openReceiver()
    receivers.strangersHosts = receiver.host
    return async () => {
      receivers.strangersHosts = ''
      await receiver.close()
    }
  })

  const alerts = () => systemDb().from('procurement.alerts')
  /** What waits of a job for a person or a search, as the queue would hand it over again. */
  const waiting = async ({ name }: Pick<Job<never>, 'name'>, of: string): Promise<string> => {
    const [row] = await systemDb()
      .from('kernel.outbox')
      .where({ name })
      .whereNull('done_at')
      .whereRaw('payload::text like ?', [`%${of}%`])
    return row?.id
  }
  const runs = (id: string) =>
    spawn(process.execPath, [...BY_OUR_LOADER, PROGRAM, id], {
      env: { ...process.env, COMPANY_WEBHOOKS_ALLOWED_HOSTS: receiver.host },
      stdio: 'ignore',
    })

  /** Kills the run of a job where it waits for a row that another transaction holds. */
  async function killedBefore(id: string, table: string, key: string): Promise<void> {
    const [holds, lets] = [Promise.withResolvers<number>(), Promise.withResolvers<void>()]
    const held = systemDb().transaction(async (trx) => {
      await trx.from(table).where('id', key).forUpdate()
      const { rows } = await trx.rawQuery('select pg_backend_pid() as pid')
      holds.resolve(rows[0].pid)
      await lets.promise
    })
    const holder = await holds.promise
    const run = runs(id)
    const ended = once(run, 'exit')
    const waits = async () => {
      const { rows } = await systemDb().rawQuery(
        'select 1 from pg_stat_activity where ? = any(pg_blocking_pids(pid))',
        [holder]
      )
      return run.exitCode !== null || rows.length > 0
    }
    await until(waits, 'the run that waits')
    run.kill('SIGKILL')
    await ended
    lets.resolve()
    await held
    if (run.signalCode !== 'SIGKILL') throw new Error('The job ended before it was killed')
  }

  async function done(run: ChildProcess): Promise<void> {
    await once(run, 'exit')
  }

  test('before it notes what it found, before its message leaves, and after: it tells once, and loses nothing', async ({
    assert,
  }) => {
    const her = await heldBidder('Cariou')
    const { personId } = her.session.outsider
    const { alert } = await saveOwnSearch(personId, {
      ...{ criteria: { buyer: 'kervalan' }, pace: 'at_once', isMailed: false },
      webhook: receiver.url,
    })
    const found = await onlineConsultation(town)
    const before = new Date(Date.now() - 60_000)
    await alerts().where('id', alert.id).update({ next_at: before })
    await tenancy.run(town.tenant.id, () => tellAlert.enqueue({ alertId: alert.id }))
    const look = await waiting(tellAlert, alert.id)

    await killedBefore(look, 'procurement.alerts', alert.id)
    const told = () => systemDb().from('procurement.alert_messages').where('person_id', personId)
    assert.lengthOf(await told(), 0)
    await done(runs(look))
    const [{ id: messageId }] = await told()
    const post = await waiting(postMessage, messageId)

    // It reaches its receiver, and dies before we know that it did
    receiver.answers((response) => {
      dying.kill('SIGKILL')
      response.destroy()
    })
    const dying = runs(post)
    await done(dying)
    receiver.answers((response) => response.writeHead(204).end())
    await done(runs(post))
    await done(runs(look))
    await done(runs(post))

    const heard = receiver.received.map(({ headers, body }) => ({
      id: headers['webhook-id'],
      ids: JSON.parse(body).data.consultationIds as string[],
    }))
    assert.lengthOf(heard, 2)
    assert.deepEqual(
      [...new Set(heard.map(({ id }) => id))],
      [`msg_${messageId.replaceAll('-', '')}`]
    )
    assert.include(heard[0].ids, found)
    assert.deepEqual(heard[0], heard[1])
    const rows = await told()
    assert.lengthOf(rows, 1)
    assert.isNotNull(rows[0].delivered_at)
  })
})
