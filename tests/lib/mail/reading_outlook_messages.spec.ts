import { test } from '@japa/runner'
import { isCompound } from '#lib/mail/compound'
import { readOutlook } from '#lib/mail/outlook_message'
import { compoundFile } from './compound_by_hand.js'
import { outlookFile } from './outlook_by_hand.js'

const LARGE = Buffer.alloc(200_000, 'plan ')
const FROM = { name: 'Stéphane Le Goûec', address: 's@exemple.test' }
const TO = [
  { name: 'Mairie', address: 'mairie@exemple.test' },
  { name: 'Copie', address: 'copie@exemple.test', isCopy: true },
]

test.group('A message of Outlook', () => {
  test('says who wrote it, to whom, when and what, with each of its files', ({ assert }) => {
    const bytes = outlookFile({
      ...{ subject: 'Devis – chênois', from: FROM, to: TO, body: 'Voici le devis.' },
      sentAt: new Date('2026-03-12T23:30:00Z'),
      parts: [
        { name: 'Devis chênois.pdf', bytes: Buffer.from('%PDF-1.4 petit') },
        { name: 'plan.txt', bytes: LARGE },
      ],
    })
    assert.isTrue(isCompound(bytes))
    const { parts, ...said } = readOutlook(bytes)
    assert.deepEqual(said, {
      subject: 'Devis – chênois',
      from: 'Stéphane Le Goûec <s@exemple.test>',
      to: 'Mairie <mairie@exemple.test>',
      // Half past midnight in Paris
      date: '2026-03-13',
      text: 'Voici le devis.',
      html: '',
    })
    assert.deepEqual(
      parts.map(({ name }) => name),
      ['Devis chênois.pdf', 'plan.txt']
    )
    assert.equal(Buffer.from(parts[0].bytes).toString(), '%PDF-1.4 petit')
    assert.isTrue(LARGE.equals(parts[1].bytes))
  })

  test('counts its day as its sender did where its headers say so', ({ assert }) => {
    const headers = 'Received: x\r\nDate: Thu, 12 Mar 2026 20:30:00 -0400 (AST)\r\nSubject: x\r\n'
    const sentAt = new Date('2026-03-13T00:30:00Z')
    assert.equal(readOutlook(outlookFile({ subject: 'x', headers, sentAt })).date, '2026-03-12')
    assert.isNull(readOutlook(outlookFile({ subject: 'x' })).date)
  })

  test('gives a message that it carries whole, with the files of that one', ({ assert }) => {
    const inner = {
      ...{ subject: 'premier envoi', from: FROM },
      parts: [{ name: 'a.txt', bytes: Buffer.from('un') }],
    }
    const { parts } = readOutlook(outlookFile({ subject: 'Tr', parts: [{ message: inner }] }))
    assert.deepEqual([parts[0].name, parts[0].subject], ['premier envoi.msg', 'premier envoi'])
    const carried = readOutlook(parts[0].bytes)
    assert.equal(carried.from, 'Stéphane Le Goûec <s@exemple.test>')
    assert.equal(Buffer.from(carried.parts[0].bytes).toString(), 'un')
  })

  test('of a colleague gives her name, and not how Exchange calls her', ({ assert }) => {
    const address = '/o=mairie/ou=exchange/cn=recipients/cn=anne'
    const from = { name: 'Anne Riou', address, kind: 'EX' as const }
    assert.equal(readOutlook(outlookFile({ subject: 'x', from })).from, 'Anne Riou')
  })

  test('is not taken for one when it is another document, or a part of one', ({ assert }) => {
    const word = compoundFile({ 'WordDocument': Buffer.alloc(5_000), '1Table': Buffer.alloc(90) })
    assert.throws(() => readOutlook(word), 'This compound file is no message')
    const parts = [{ name: 'plan.txt', bytes: LARGE }]
    const cut = outlookFile({ subject: 'x', parts }).subarray(0, 90_000)
    assert.throws(() => readOutlook(cut))
  })
})
