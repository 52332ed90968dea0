import { test } from '@japa/runner'
import { fetchMails, type TurnBounds } from '#app/actes/gateways/imap_inbox'
import { marksInMemory } from '#app/actes/gateways/mailbox_marks'
import { fakeImap } from './imap_servers.js'

const mail = (id: string) => `Subject: ${id}\r\n\r\ncorps\r\n`

/** Visits a mailbox so many times; says what was kept, and what failed. */
async function visits(url: string, times: number, bounds?: TurnBounds) {
  const marks = marksInMemory(url)
  const kept: string[] = []
  const errors: string[] = []
  for (let turn = 0; turn < times; turn++) {
    const keep = async (raw: Buffer) => {
      kept.push(/^Subject: (.*)$/m.exec(String(raw))![1].trim())
    }
    await fetchMails(url, keep, marks, bounds).catch((error: Error) => errors.push(error.message))
  }
  return { kept, errors }
}

test.group('Mailboxes that do not keep words of ours', () => {
  test('one that refuses the search gives its mails otherwise, once', async ({
    assert,
    cleanup,
  }) => {
    const box = await fakeImap([mail('un'), mail('deux')], { refusesSearch: true })
    cleanup(() => box.stop())
    const { kept, errors } = await visits(box.url, 3)
    assert.deepEqual(errors, [])
    assert.deepEqual(kept, ['un', 'deux'])
  })

  test('one where nothing works is a failure, and not an empty box', async ({
    assert,
    cleanup,
  }) => {
    const box = await fakeImap([mail('un')], { refusesSearch: true, refusesFetch: true })
    cleanup(() => box.stop())
    const { kept, errors } = await visits(box.url, 2)
    assert.deepEqual(kept, [])
    assert.lengthOf(errors, 2)
  })

  test('one that forgets our flag is not downloaded again and again', async ({
    assert,
    cleanup,
  }) => {
    const mails = [mail('un'), mail('deux')]
    const box = await fakeImap(mails, { permanentFlags: '\\Answered' })
    cleanup(() => box.stop())
    const first = await visits(box.url, 2)
    assert.deepEqual(first.kept, ['un', 'deux'])
    mails.push(mail('trois'))
    assert.deepEqual((await visits(box.url, 2)).kept, ['trois'])
    assert.deepEqual([...box.downloads.values()], [1, 1, 1])
  })
})

test.group('A mailbox that is flooded', () => {
  const many = Array.from({ length: 7 }, (_, index) => mail(`no ${index + 1}`))

  for (const [how, options] of Object.entries({
    'whose mails are flagged': {},
    'that keeps no flag': { permanentFlags: '\\Answered' },
  })) {
    test(`${how} is read a few mails at a time, the oldest first, and whole in the end`, async ({
      assert,
      cleanup,
    }) => {
      const box = await fakeImap(many, options)
      cleanup(() => box.stop())
      const bounds = { mails: 3, bytes: 1_000_000 }
      const first = await visits(box.url, 1, bounds)
      assert.deepEqual(first.kept, ['no 1', 'no 2', 'no 3'])
      assert.equal(box.downloads.size, 3)
      const all = await visits(box.url, 3, bounds)
      assert.deepEqual(all.errors, [])
      assert.includeMembers(
        [...first.kept, ...all.kept],
        many.map((_, at) => `no ${at + 1}`)
      )
    })
  }

  test('by large mails is read a few bytes at a time', async ({ assert, cleanup }) => {
    const box = await fakeImap(many, {})
    cleanup(() => box.stop())
    const { kept } = await visits(box.url, 1, { mails: 100, bytes: many[0].length + 1 })
    assert.lengthOf(kept, 2)
  })
})
