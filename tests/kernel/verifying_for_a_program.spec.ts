import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { readingConfig } from '#config/reading'
import { ReadingBusy } from '#kernel/reading'
import { refusedAnswer } from '#web/verification/verification_answer'
import { stampPdf } from '#app/actes/stamping/stamp_pdf'
import { testTrust } from '#tests/helpers/trust'
import { mayorStamp, signWith } from '../lib/signature/demo_signers.js'
import { samplePdf } from '../lib/signature/sample_pdf.js'

/** What a program reads of a document that nobody read. */
const NOTHING = {
  status: 'UNKNOWN',
  title: null,
  signatures: [],
  changes: { refused: [], permitted: [] },
}

/** An address of this file alone: twenty verifications a minute are counted for each. */
const AFAR = '203.0.113.78'

const folder = mkdtempSync(join(tmpdir(), 'halle-verify-json-'))

function fileOf(bytes: Buffer, name = 'acte.pdf'): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

test.group('Verifying a document, by a program', () => {
  test('a signed document is intact, with its signer', async ({ client, assert }) => {
    const { mayor } = await testTrust()
    const signed = await signWith(await samplePdf(), mayor, { appearance: mayorStamp })
    const answer = await client
      .post('/verifier')
      .header('x-forwarded-for', AFAR)
      .header('accept', 'application/json')
      .file('document', fileOf(signed))
    answer.assertStatus(200)
    assert.deepEqual(answer.body(), {
      status: 'INTACT',
      title: null,
      signatures: [
        {
          signer: 'Soizic Madec',
          indication: 'TOTAL_PASSED',
          subIndication: null,
          signedBefore: null,
          covers: true,
        },
      ],
      changes: { refused: [], permitted: [] },
    })
  })

  test('our own mark of receipt is permitted, and said', async ({ client, assert }) => {
    const { mayor } = await testTrust()
    const pdf = await stampPdf(await signWith(await samplePdf(), mayor), {
      identifier: '035-213500012-20261122-2026_042-DE',
      receivedOn: '22 novembre 2026',
    })
    const { status, changes } = await verified(client, pdf)
    assert.equal(status, 'ANNOTATED')
    assert.match(changes.permitted[0], /Accusé de réception/)
    assert.isEmpty(changes.refused)
  })

  test('a file that is no PDF is an answer, not a fault', async ({ client, assert }) => {
    assert.equal((await verified(client, Buffer.from('bonjour'))).status, 'UNREADABLE')
  })

  test('without a document, the answer is of the same shape and says what to do', async ({
    client,
    assert,
  }) => {
    for (const method of ['post', 'get'] as const) {
      const answer = await client[method]('/verifier')
        .header('x-forwarded-for', AFAR)
        .header('accept', 'application/json')
      answer.assertStatus(422)
      assert.containsSubset(answer.body(), { ...NOTHING, code: 'E_DOCUMENT_MISSING' })
      assert.match(answer.body().message, /Aucun document n’est arrivé/)
    }
  })

  test('too large, it is unreadable here', async ({ client, assert, cleanup }) => {
    const { visitorBytes } = readingConfig
    readingConfig.visitorBytes = 10
    cleanup(() => void (readingConfig.visitorBytes = visitorBytes))
    const answer = await client
      .post('/verifier')
      .header('x-forwarded-for', AFAR)
      .header('accept', 'application/json')
      .file('document', fileOf(await samplePdf()))
    answer.assertStatus(413)
    assert.containsSubset(answer.body(), { ...NOTHING, status: 'UNREADABLE' })
    assert.match(answer.body().message, /dépasse/)
  })

  test('when nobody can read it now, it is unknown, and may be asked again', ({ assert }) => {
    const { status, message: sentence, code } = new ReadingBusy()
    assert.deepEqual(refusedAnswer({ status, code, sentence }), {
      ...NOTHING,
      code,
      message: sentence,
    })
  })

  test('whoever has a whole network asks as one: twenty times a minute', async ({
    client,
    assert,
  }) => {
    const asked = async (n: number) => {
      const answer = await client
        .post('/verifier')
        .header('x-forwarded-for', `2001:db8:77:1::${n}`)
        .header('accept', 'application/json')
      return [answer.status(), answer.body().status]
    }
    const answers = []
    for (let n = 1; n <= 21; n++) answers.push(await asked(n))
    assert.deepEqual(answers.slice(0, 20), Array(20).fill([422, 'UNKNOWN']))
    assert.deepEqual(answers[20], [429, 'UNKNOWN'])
  })

  test('a program needs no token, the form of the page does', async ({ client }) => {
    const form = await client
      .post('/verifier')
      .header('x-forwarded-for', '203.0.113.77')
      .header('accept', 'text/html')
      .redirects(0)
    form.assertStatus(302) // sent back to the form: its page had expired
    const other = await client.post('/connexion').header('accept', 'application/json')
    other.assertStatus(419)
  })
})

async function verified(client: any, pdf: Buffer) {
  const answer = await client
    .post('/verifier')
    .header('x-forwarded-for', AFAR)
    .header('accept', 'application/json')
    .file('document', fileOf(pdf))
  answer.assertStatus(200)
  return answer.body()
}
