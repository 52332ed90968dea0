import { test } from '@japa/runner'
import { readFileSync } from 'node:fs'
import {
  buildAcknowledgement,
  buildTransferReply,
  type TransferReply,
} from '#app/archiving/formats/replies'
import { readArchiveAnswer } from '#app/archiving/formats/reply_reader'
import { SEDA_VERSIONS } from '#app/archiving/formats/seda_versions'
import { sharedData } from '#tests/helpers/shared_data'
import { officialSchema } from './ingest_terms.js'
import { sampleTransfer } from './sample_transfer.js'

const TRANSFER = '15ef78ef665a8777c33d1125783707f8dfb190f82869dc9248e46c5ed396d70b_1542893421'
const fixtures = sharedData('ged', 'pastell')
const read = (path: string) => readArchiveAnswer(readFileSync(`${fixtures}/${path}`))

test.group('Answers of real archives', () => {
  for (const [path, version] of [
    ['fixtures/ACK-SEDA-0.2.xml', '0.2'],
    ['fixtures/ACK-SEDA-1.0.xml', '1.0'],
    ['fixtures/ACK-SEDA-2.1.xml', '2.1'],
  ]) {
    test(`an acknowledgement of SEDA ${version} names our transfer`, ({ assert }) => {
      const answer = read(path)
      assert.containSubset(answer, { kind: 'acknowledgement', version })
      assert.include((answer as { transferIds: string[] }).transferIds, TRANSFER)
    }).skip(!fixtures, 'fixtures are not on this machine')
  }

  for (const [path, accepted, code, archiveIds] of [
    ['fixtures/ATR-SEDA-0.2.xml', true, '000', ['62']],
    ['fixtures/ATR-SEDA-1.0.xml', true, '000', ['160']],
    ['fixtures/ATR-SEDA-2.1.xml', true, '000', ['AE_2022_15']],
    ['fixtures/atr-rejet.xml', false, '300', []],
  ] as const) {
    test(`${path} is ${accepted ? 'an acceptance' : 'a refusal'} of our transfer`, ({ assert }) => {
      const answer = read(path)
      assert.containSubset(answer, { kind: 'reply', accepted, code })
      const { transferIds, archiveIds: found } = answer as {
        transferIds: string[]
        archiveIds: string[]
      }
      assert.include(transferIds, TRANSFER)
      assert.deepEqual(found.slice(0, 1), archiveIds.slice(0, 1))
    }).skip(!fixtures, 'fixtures are not on this machine')
  }

  test('Vitam accepts with its own operation as identifier, and echoes ours', ({ assert }) => {
    assert.containSubset(read('helpers-fixtures/atr_vitam_ok.xml'), {
      accepted: true,
      code: 'OK',
      transferIds: ['aeeaaaaaacfdatmhaahbiamc2a76zpyaaaaq', 'ef311f05-2a6f-40fe-b015-00b8ebeafcbd'],
      archiveIds: ['aeaqaaaaaafdat3yadroqamc2a77c6yaaaba', 'aeaqaaaaaafdat3yadroqamc2a77c5iaaaaq'],
    })
  }).skip(!fixtures, 'fixtures are not on this machine')

  test('Vitam refuses in a message that no schema accepts, and we read why', ({ assert }) => {
    const answer = read('helpers-fixtures/atr_vitam_ko.xml')
    assert.containSubset(answer, { accepted: false, code: 'KO' })
    const { events } = answer as { events: { code: string }[] }
    assert.equal(events.at(-1)!.code, 'CHECK_HEADER.CHECK_IC_AP_RELATION.DIFF.KO')
  }).skip(!fixtures, 'fixtures are not on this machine')
})

test.group('Answers that cannot be understood', () => {
  for (const [name, text] of [
    ['a page of a proxy', '<html><body>Bad gateway</body></html>'],
    [
      'half a message',
      '<ArchiveTransferReply xmlns="fr:gouv:culture:archivesdefrance:seda:v2.1"><Date>',
    ],
    [
      'a message with a DOCTYPE',
      '<!DOCTYPE a><Acknowledgement xmlns="fr:gouv:culture:archivesdefrance:seda:v2.1"/>',
    ],
    [
      'another message of SEDA',
      '<ArchiveTransfer xmlns="fr:gouv:culture:archivesdefrance:seda:v2.1"/>',
    ],
    [
      'a reply without a code',
      '<ArchiveTransferReply xmlns="fr:gouv:culture:archivesdefrance:seda:v2.2"><MessageIdentifier>a</MessageIdentifier></ArchiveTransferReply>',
    ],
    [
      'an acknowledgement of nothing',
      '<Acknowledgement xmlns="fr:gouv:culture:archivesdefrance:seda:v2.2"/>',
    ],
    ['nothing', ''],
  ]) {
    test(`${name} is kept as unreadable`, ({ assert }) => {
      assert.equal(readArchiveAnswer(Buffer.from(text)).kind, 'unreadable')
    })
  }
})

test.group('Our own answers', () => {
  const reply = (change: Partial<TransferReply>): TransferReply => ({
    version: '2.2',
    style: 'asalae',
    identifier: 'ATR-42',
    at: '2026-11-22T08:01:00Z',
    transfer: sampleTransfer(),
    code: '000',
    events: [
      {
        code: 'PROCESS_SIP_UNITARY',
        at: '2026-11-22T08:01:00Z',
        outcome: 'OK',
        detail: 'PROCESS_SIP_UNITARY.OK',
      },
    ],
    granted: {
      at: '2026-11-22T08:01:00Z',
      archiveId: 'KER-2026-42',
      units: [
        { manifestId: 'AU1', systemId: 'u1' },
        { manifestId: 'AU2', systemId: 'u2' },
      ],
      objects: [{ manifestId: 'BDO1', systemId: 'o1' }],
    },
    ...change,
  })
  const refused = reply({
    code: '207',
    granted: undefined,
    events: [
      {
        code: 'CHECK_DIGEST',
        at: '2026-11-22T08:01:00Z',
        outcome: 'KO',
        detail: 'CHECK_DIGEST.INVALID.KO',
        message: 'Empreinte fausse',
      },
    ],
  })

  for (const version of SEDA_VERSIONS) {
    test(`are valid against the official schema ${version}`, ({ assert }) => {
      const { transfer, at } = refused
      const messages = [
        buildTransferReply(reply({ version })),
        buildTransferReply({ ...refused, version, style: 'vitam' }),
        buildAcknowledgement({ version, identifier: 'ACK-42', at, transfer }),
      ]
      for (const message of messages)
        assert.deepEqual(officialSchema(version)!.validate(message), [])
    }).skip(!officialSchema(version), 'official schemas are not on this machine')
  }

  for (const style of ['asalae', 'vitam'] as const) {
    test(`are understood by our own reader, in the manner of ${style}`, ({ assert }) => {
      assert.containSubset(readArchiveAnswer(buildTransferReply(reply({ style }))), {
        kind: 'reply',
        accepted: true,
        transferIds:
          style === 'asalae'
            ? ['HALLE-kervalan-000042', 'ATR-42']
            : ['ATR-42', 'HALLE-kervalan-000042'],
        archiveIds: ['KER-2026-42'],
      })
      assert.containSubset(readArchiveAnswer(buildTransferReply({ ...refused, style })), {
        accepted: false,
        archiveIds: [],
        events: [{ code: 'CHECK_DIGEST.INVALID.KO', outcome: 'KO', message: 'Empreinte fausse' }],
      })
    })
  }
})
