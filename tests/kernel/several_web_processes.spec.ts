import type { ChildProcess } from 'node:child_process'
import { test } from '@japa/runner'
import { twoWebProcesses, untilAnswered } from '#tests/helpers/web_processes'

const children = async (pid: number) => {
  const { readFile } = await import('node:fs/promises')
  const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return list.trim().split(' ').filter(Boolean).map(Number)
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test.group('Two web processes behind one address', (group) => {
  let url: string
  let parent: ChildProcess
  group.setup(async () => {
    ;({ url, parent } = await twoWebProcesses())
    await untilAnswered(async () => ((await children(parent.pid!)).length === 2 ? true : null))
    return () => void parent.kill('SIGKILL')
  })

  test('are counted together by the metrics', async ({ assert }) => {
    const counted = async () => {
      const text = await (await fetch(`${url}/metrics`)).text()
      const line = /halle_http_request_seconds_count\{.*route="\/health\/live".*\} (\d+)/.exec(text)
      return Number(line?.[1] ?? 0)
    }
    // On one line: the other process may never have served a page.
    for (let n = 0; n < 3; n++) await fetch(`${url}/health/live`)
    assert.equal(await untilAnswered(async () => (await counted()) || null), 3)
    for (let n = 0; n < 9; n++) {
      await fetch(`${url}/health/live`, { headers: { connection: 'close' } })
    }
    assert.equal(await counted(), 12)
  })

  test('one that is killed is replaced, and the pages go on', async ({ assert }) => {
    const [first] = await children(parent.pid!)
    process.kill(first, 'SIGKILL')
    const after = await untilAnswered(async () => {
      const now = await children(parent.pid!)
      return now.length === 2 && !now.includes(first) ? now : null
    })
    assert.lengthOf(after, 2)
    assert.isTrue((await untilAnswered(async () => fetch(`${url}/health/live`))).ok)
  })

  test('end together, and leave nobody behind', async ({ assert }) => {
    const pids = await children(parent.pid!)
    const ended = new Promise<number | null>((resolve) => parent.once('exit', resolve))
    parent.kill('SIGTERM')
    assert.equal(await ended, 0)
    assert.deepEqual(pids.filter(isAlive), [])
  })
})
