import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { inboxStore } from '#app/actes/gateways/inbox_store'
import { systemDb } from '#kernel/system'
import { sharedData } from '#tests/helpers/shared_data'
import { acknowledgedIn, composed, receiptXml } from './foreign_mail.js'

const SAMPLES = [1, 2].map((n) => sharedData('house', 'cases', `same-message-id-${n}.eml`))

/** The mails of an identifier that are in the inbox once these came, each twice. */
async function keptAfter(mails: Buffer[], identifier: string): Promise<Buffer[]> {
  for (const raw of [...mails, ...mails]) await inboxStore.keep(raw)
  const rows = await systemDb()
    .from('actes.inbox_mails')
    .where('message_id', identifier)
    .orderBy('id')
  return rows.map(({ raw }) => raw)
}

test.group('Two mails of one identifier', () => {
  test('about two actes are both kept, and the same bytes only once', async ({ assert }) => {
    const identifier = '<1732802400000.2@pref.example>'
    const about = (acte: string) =>
      composed({
        messageId: identifier,
        date: new Date('2026-11-20T10:00:00Z'),
        // Not one of chance: the same bytes at each run.
        attachments: [{ filename: 'ar.xml', content: receiptXml(acte) }],
        baseBoundary: 'limite',
      })
    const kept = await keptAfter([await about('A1'), await about('A2')], identifier)
    assert.lengthOf(kept, 2)
    assert.deepEqual(await Promise.all(kept.map(acknowledgedIn)), [['A1'], ['A2']])
  })

  test('that no base can keep is none, and the mail is kept', async ({ assert }) => {
    const raw = Buffer.from('Message-ID: <a\0b@pref.example>\r\nSubject: x\r\n\r\nBonjour')
    const id = await inboxStore.keep(raw, 'a\0b@pref.example')
    const kept = await inboxStore.find(id!)
    assert.match(kept!.messageId, /^sha256:/)
    assert.deepEqual(kept!.raw, raw)
  })

  test('are both kept, on the samples of the house', async ({ assert }) => {
    const samples = SAMPLES.map((path) => readFileSync(path!))
    const kept = await keptAfter(samples, '<1732802400000.1@pref.example>')
    assert.deepEqual(kept.map(String), samples.map(String))
  }).skip(SAMPLES.includes(null), 'the samples of the house are not on this machine')
})
