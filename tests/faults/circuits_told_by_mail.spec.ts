import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import type { MailRow } from './mail_base.js'
import type { KeptMail } from './mails_kept.js'
import { verdictOf } from './verdict.js'

interface Verdict {
  struck: string[]
  people: Record<'agent' | 'secretary' | 'mayor', string>
  mails: Record<'first' | 'second' | 'beforeMorning' | 'morning', KeptMail[]>
  rows: MailRow[]
}

const seed = Number(process.env.FAULT_SEED ?? randomInt(1, 2 ** 31))
/** What is said in a mail, one line a thing: « - Viser … (Parapheur) ». */
const sayings = ({ to, text }: KeptMail) =>
  [...text.replaceAll(/[\u00a0\u202f]/g, ' ').matchAll(/^- (.+)\r?\n\s+(\S+)/gm)].map(
    ([, words, url]) => `${to} ${words} ${url}`
  )

test.group(`Circuits told by mail while the worker dies (seed ${seed})`, (group) => {
  let verdict: Verdict
  group.tap((one) => one.timeout(1_200_000))
  group.setup(async () => {
    verdict = await verdictOf('tests/faults/mail_program.ts', [`--seed=${seed}`, '--kills=6'])
  })
  const told = (mails: KeptMail[], to: string) =>
    [...new Set(mails.filter((one) => one.to === to).flatMap(sayings))].join('\n')
  const since = (later: KeptMail[], earlier: KeptMail[]) => later.slice(earlier.length)

  test('the mailbox shows the visa to give, the signature, and the receipt', ({ assert }) => {
    const { people, mails } = verdict
    for (const turn of [mails.first, since(mails.second, mails.first)]) {
      assert.match(told(turn, people.secretary), / Viser « Délibération /)
      assert.match(told(turn, people.mayor), / Signer « Délibération /)
      assert.match(told(turn, people.agent), / Signé : « Délibération /)
      assert.match(told(turn, people.agent), / Reçu en préfecture : « Délibération /)
    }
  })

  test('the worker died at each named point of a sending', ({ assert }) => {
    assert.deepEqual(verdict.struck, ['called', 'unanswered', 'accepted'])
  })

  test('no mail is missing', ({ assert }) => {
    const kept = verdict.mails.morning.map(({ messageId }) => messageId)
    for (const { id, sent, dropped } of verdict.rows) {
      assert.isTrue(sent || dropped !== null, id)
      if (sent)
        assert.isTrue(
          kept.some((one) => one.startsWith(`<${id}@`)),
          id
        )
    }
  })

  test('nothing is said in two mails: the same mail sent again bears its own identifier', ({
    assert,
  }) => {
    const bearers = new Map<string, Set<string>>()
    for (const mail of verdict.mails.morning) {
      for (const said of sayings(mail)) {
        bearers.set(said, (bearers.get(said) ?? new Set()).add(mail.messageId))
      }
    }
    const twice = [...bearers].filter(([, ids]) => ids.size > 1).map(([said]) => said)
    assert.isNotEmpty([...bearers])
    assert.deepEqual(twice, [])
    // Killed before it heard the yes, the sender has sent one again: both are the same mail
    const copies = Map.groupBy(verdict.mails.morning, ({ messageId }) => messageId)
    const again = [...copies.values()].filter(({ length }) => length > 1)
    assert.isNotEmpty(again)
    for (const same of again) assert.lengthOf([...new Set(same.map(({ text }) => text))], 1)
  })

  test('who wants no mail has none, and who wants one a day has it in the morning', ({
    assert,
  }) => {
    const { people, mails } = verdict
    const day = since(mails.beforeMorning, mails.second)
    assert.equal(told(day, people.secretary), '')
    assert.equal(told(day, people.mayor), '')
    assert.match(told(day, people.agent), / Reçu en préfecture : /)
    const morning = since(mails.morning, mails.beforeMorning)
    assert.equal(told(morning, people.secretary), '')
    // One mail, were it sent again by a worker that a loaded machine took for dead
    const hers = morning.filter(({ to }) => to === people.mayor).map(({ messageId }) => messageId)
    assert.lengthOf([...new Set(hers)], 1)
    assert.match(told(morning, people.mayor), / Signer « Délibération /)
  })
})
