import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import nodemailer from 'nodemailer'
import { demoAccounts } from '../../bin/setup/demo_accounts.mjs'
import { start } from '../../simulators/mailbox/index.js'

test.group('The demonstration, told to a program', () => {
  test('names who one may be, with a certificate for each mayor', ({ assert }) => {
    const { address, accounts, certificates, tokens } = demoAccounts({
      DATA_DIR: '/nowhere',
      PORT: '4000',
    })
    assert.equal(address, 'http://127.0.0.1:4000')
    const mayor = accounts.find(({ name }) => name === 'Soizic Madec')!
    assert.deepEqual([mayor.tenant, mayor.roles], ['kervalan', ['signatory']])
    assert.equal(mayor.home, `${address}/c/kervalan`)
    const p12 = certificates.find(({ person }) => person === 'Soizic Madec')!.p12
    assert.equal(p12, '/nowhere/simulators/pki/maire-kervalan.p12')
    assert.deepEqual(tokens, [])
  })
})

test.group('The mailbox of the demonstration', (group) => {
  let directory: string
  let mailbox: Awaited<ReturnType<typeof start>>
  group.setup(async () => {
    directory = mkdtempSync(join(tmpdir(), 'halle-mailbox-'))
    mailbox = await start({ dataDir: directory })
  })
  group.teardown(async () => {
    await mailbox.stop()
    rmSync(directory, { recursive: true })
  })

  test('keeps what is sent and shows it without running any of it', async ({ assert }) => {
    await nodemailer.createTransport(mailbox.smtpUrl).sendMail({
      from: 'halle@halle.test',
      to: 'maelle@kervalan.test',
      subject: 'Été <script>alert(1)</script>',
      text: 'Suivez https://halle.test/invitation?a=1&b=2',
    })
    const [mail] = (await (await fetch(`${mailbox.url}messages.json`)).json()) as any[]
    assert.equal(mail.subject, 'Été <script>alert(1)</script>')
    const page = await (await fetch(`${mailbox.url}${mail.id}`)).text()
    assert.notInclude(page, '<script>')
    assert.include(page, 'href="https://halle.test/invitation?a=1&#38;b=2"')
    const source = await (await fetch(`${mailbox.url}${mail.id}.eml`)).text()
    assert.match(source, /^To: maelle@kervalan\.test/m)
  })

  test('answers 404 to what is not one of its mails', async ({ assert }) => {
    for (const path of ['../../etc/passwd', '%2e%2e/x.eml', '2026.eml']) {
      assert.equal((await fetch(`${mailbox.url}${path}`)).status, 404)
    }
  })
})
