import { test } from '@japa/runner'
import { defineJob } from '#kernel/jobs'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { serveMetrics } from '#web/watch/metrics_server'
import { placeApart } from '#tests/world/journals'
import { freePort } from '../../bin/setup/process.mjs'

const fail = defineJob<{ word: string }>({
  name: 'tests.fail_measured',
  attempts: 1,
  async handle() {
    throw new Error('jamais')
  },
})

async function failedJob(): Promise<void> {
  const tenantId = await placeApart()
  await tenancy.run(tenantId, () => fail.enqueue({ word: tenantId }))
  const { id } = await systemDb().from('kernel.outbox').where('tenant_id', tenantId).firstOrFail()
  await runJob(id)
}

test.group('The measures', () => {
  test('of a process that runs no job say how many have failed', async ({ client, assert }) => {
    await failedJob()
    const response = await client.get('/metrics')
    assert.match(response.text(), /^halle_outbox_jobs\{state="failed"\} [1-9]/m)
  })

  test('of a worker are read on a port of its own, and nothing else', async ({ assert }) => {
    await failedJob()
    const port = await freePort(0)
    const stop = await serveMetrics(port)
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/metrics`)
      assert.match(await answer.text(), /^halle_job_seconds_count\{job="tests\.fail_measured"/m)
      assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 404)
    } finally {
      await stop()
    }
  })
})
