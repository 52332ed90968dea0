import { test } from '@japa/runner'
import { fetchMails } from '#app/actes/gateways/imap_inbox'
import { fakeImap } from './imap_servers.js'

const mail = (id: string) => `Subject: ${id}\r\n\r\ncorps\r\n`

/** Visits a mailbox so many times; says what was kept, and what failed. */
async function visits(url: string, times: number) {
  const kept: string[] = []
  const errors: string[] = []
  for (let turn = 0; turn < times; turn++) {
    await fetchMails(url, async (raw) => {
      kept.push(/^Subject: (.*)$/m.exec(String(raw))![1].trim())
    }).catch((error: Error) => errors.push(error.message))
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
