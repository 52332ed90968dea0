import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { readMinistryMessage } from '#app/actes/formats/message_reader'
import { readRawMail } from '#app/actes/jobs/read_raw_mail'
import { sharedData } from '#tests/helpers/shared_data'
import { acknowledgedIn, composed, multipart, NS, receiptXml } from './foreign_mail.js'

const ONE = '035-213502388-20261120-U1-DE'
const TWO = '035-213502388-20261120-U2-DE'
const inline = sharedData('house', 'cases', 'xml-inline-text-plain.eml')

test.group('An answer, however its mail is composed', () => {
  for (const headers of [
    'Content-Type: text/plain; name="ar-1-2_1.xml"\nContent-Disposition: inline; filename="ar-1-2_1.xml"',
    'Content-Type: text/plain; charset=utf-8; name="ar-1-2_1.xml"',
    'Content-Type: text/html; name="AR-1-2_1.XML"\nContent-Disposition: inline',
    'Content-Type: application/octet-stream\nContent-Disposition: attachment',
    'Content-Type: application/octet-stream; name="=?utf-8?B?YXIueG1s?="',
  ]) {
    test(`is read in a part « ${headers.replaceAll('\n', ' / ')} »`, async ({ assert }) => {
      const mail = multipart([
        ['Content-Type: text/plain', 'Bonjour'],
        [headers, receiptXml(ONE)],
      ])
      assert.deepEqual(await acknowledgedIn(mail), [ONE])
    })
  }

  test('is read in the case of the samples', async ({ assert }) => {
    assert.lengthOf(await acknowledgedIn(readFileSync(inline!)), 1)
  }).skip(!inline, 'the cases are not on this machine')

  test('is read in a mail forwarded as a file, even twice', async ({ assert }) => {
    const first = await composed({
      attachments: [{ filename: 'ar.xml', content: receiptXml(ONE) }],
    })
    const forwarded = await composed({
      text: 'Ci-joint',
      attachments: [{ filename: 'message.eml', content: first, contentType: 'message/rfc822' }],
    })
    assert.deepEqual(await acknowledgedIn(forwarded), [ONE])
    const again = await composed({
      attachments: [{ filename: 'tr.eml', content: forwarded, contentType: 'application/x' }],
    })
    assert.deepEqual(await acknowledgedIn(again), [ONE])
  })

  test('is read in a forwarded mail that only its bytes tell, and a letter is not taken for one', async ({
    assert,
  }) => {
    const forwarded = await composed({
      attachments: [{ filename: 'ar.xml', content: receiptXml(ONE) }],
    })
    const first = String(forwarded).replaceAll('\r\n', '\n')
    for (const headers of [
      'Content-Type: application/octet-stream',
      'Content-Type: text/plain; name="message.txt"\nContent-Disposition: attachment',
    ]) {
      assert.deepEqual(await acknowledgedIn(multipart([[headers, first]])), [ONE], headers)
    }
    const letter = 'Date: demain\nBonjour,\nTo: vous'
    const mail = multipart([['Content-Type: application/octet-stream', letter]])
    const { mails } = await readRawMail({ raw: Buffer.from(mail), trust: null })
    assert.deepEqual(
      mails.map(({ state }) => state),
      ['unreadable']
    )
  })

  test('is read without its declaration, or in UTF-16, whatever its part says of it', async ({
    assert,
  }) => {
    const bare = receiptXml(ONE).replace(/^<\?xml.*?\?>/, '')
    for (const headers of ['Content-Type: application/octet-stream', 'Content-Type: text/plain']) {
      assert.deepEqual(await acknowledgedIn(multipart([[headers, bare]])), [ONE], headers)
    }
    const wide = Buffer.from(`\ufeff${receiptXml(TWO)}`, 'utf16le').toString('base64')
    const encoded = 'Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64'
    assert.deepEqual(await acknowledgedIn(multipart([[encoded, wide]])), [TWO])
  })

  test('is read in each of several forwarded mails, inline or not', async ({ assert }) => {
    const parts = await Promise.all(
      [ONE, TWO].map((id) =>
        composed({ attachments: [{ filename: 'ar.xml', content: receiptXml(id) }] })
      )
    )
    const mail = multipart(parts.map((part) => ['Content-Type: message/rfc822', String(part)]))
    assert.deepEqual(await acknowledgedIn(mail.replaceAll('\r\r', '\r')), [ONE, TWO])
  })

  test('is read in the text itself, and after lines that a relay put before it', async ({
    assert,
  }) => {
    const typed = multipart([['Content-Type: text/plain; charset=utf-8', receiptXml(ONE)]])
    assert.deepEqual(await acknowledgedIn(typed), [ONE])
    const late = `\n\n${receiptXml(TWO)}`
    const preceded = multipart([['Content-Type: application/xml; name="ar.xml"', late]])
    assert.deepEqual(await acknowledgedIn(preceded), [TWO])
  })

  test('is read among the words of whoever forwards it, and above those of a gateway', async ({
    assert,
  }) => {
    const foot = '\n\n-- \nMessage vérifié par la passerelle\n'
    const quoted = multipart([
      ['Content-Type: text/plain; charset=utf-8', `Bonjour,\n\n${receiptXml(ONE)}${foot}`],
    ])
    assert.deepEqual(await acknowledgedIn(quoted), [ONE])
    for (const headers of [
      'Content-Type: text/plain; name="ar.xml"\nContent-Disposition: inline',
      'Content-Type: application/xml; name="ar.xml"',
      'Content-Type: text/plain; charset=utf-8',
    ]) {
      const footed = multipart([[headers, `${receiptXml(TWO)}${foot}`]])
      assert.deepEqual(await acknowledgedIn(footed), [TWO], headers)
    }
  })

  test('is not made of two, nor of what only looks like one', async ({ assert }) => {
    const [, second] = receiptXml(TWO).split('?>')
    for (const text of [
      `${receiptXml(ONE)}${second}`,
      `Bonjour,\n${receiptXml(ONE)}\n${second}`,
      `${receiptXml(ONE)}\n<img src="x">`,
      'Bonjour <?xml version="1.0"?> et rien',
    ]) {
      const mail = multipart([['Content-Type: text/plain; charset=utf-8', text]])
      assert.deepEqual(await acknowledgedIn(mail), [], text)
    }
  })

  test('is read beside a forwarded mail that nobody can open', async ({ assert }) => {
    const endless = multipart(Array(600).fill(['Content-Type: text/plain', 'x'])).replaceAll(
      'limite',
      'autre'
    )
    const mail = multipart([
      ['Content-Type: message/rfc822', endless],
      ['Content-Type: application/xml; name="ar.xml"', receiptXml(ONE)],
    ])
    assert.deepEqual(await acknowledgedIn(mail), [ONE])
  })

  test('is read in a mail whose words no base could keep', async ({ assert }) => {
    const raw = multipart([['Content-Type: application/xml; name="a\0r.xml"', receiptXml(ONE)]])
    const named = `Subject: A\0R =?utf-8?Q?a=00b?=\r\n${raw}`
    const { subject, mails } = await readRawMail({ raw: Buffer.from(named), trust: null })
    assert.notInclude(JSON.stringify([subject, mails.map((mail) => ({ ...mail }))]), '\\u0000')
    assert.deepEqual(await acknowledgedIn(named), [ONE])
  })

  test('is not looked for without end', async ({ assert }) => {
    let mail = await composed({ attachments: [{ filename: 'ar.xml', content: receiptXml(ONE) }] })
    for (let depth = 0; depth < 12; depth++) {
      mail = await composed({
        attachments: [{ filename: 'm.eml', content: mail, contentType: 'message/rfc822' }],
      })
    }
    const { mails } = await readRawMail({ raw: mail, trust: null })
    assert.deepEqual(
      mails.map(({ state }) => state),
      ['unreadable']
    )
  })

  test('is applied although another part cannot be read, which is said', async ({ assert }) => {
    const raw = await composed({
      attachments: [
        { filename: 'casse.xml', content: '<actes:ARActe actes:IDActe=' },
        { filename: 'autre.xml', content: '<facture/>' },
        { filename: 'ar.xml', content: receiptXml(ONE) },
      ],
    })
    assert.deepEqual(await acknowledgedIn(raw), [ONE])
    const { mails } = await readRawMail({ raw, trust: null })
    const [mail] = mails
    assert.equal(mail.state, 'understood')
    if (mail.state !== 'understood') return
    assert.include(mail.trouble!, 'casse.xml')
    assert.include(mail.trouble!, 'autre.xml')
  })

  test('an anomaly of envelope names its collectivite, be it in its name only', ({ assert }) => {
    const xml = `<actes:AnomalieEnveloppe ${NS}><actes:Date>2026-11-22</actes:Date><actes:Nature>999</actes:Nature></actes:AnomalieEnveloppe>`
    for (const name of [
      'ANO_EACT--213502388--20261120-7.xml',
      'ano_TACT--213502388--20261120-7.XML',
      'ANO_EACT--213502388--20261120-7 (1).xml',
    ]) {
      const message = readMinistryMessage(Buffer.from(xml), name)
      assert.containsSubset(message, { kind: 'envelope_anomaly', siren: '213502388' })
      if (message.kind === 'envelope_anomaly') assert.match(message.envelope!, /--20261120-7$/)
    }
  })
})
