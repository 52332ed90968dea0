import { test } from '@japa/runner'
import { parseXml, SchemaSet } from '#lib/xml'
import { hasTool, run } from '#tests/helpers/tools'
import { sharedData } from '#tests/helpers/shared_data'
import { ACTES_PREFIXES } from '#app/actes/formats/document'
import { documentName, messageBase, messageName } from '#app/actes/formats/names'
import { buildReply, type ReplyMessage } from '#app/actes/formats/reply_message'
import { letterTypes, letterOf, replyChoice } from '#app/actes/rules/letters'
import { LocalDate } from '#lib/values'
import { COMMUNE } from './sample_acte.js'

const xsd = sharedData('actes', 'xsd-actes-typo', 'actesv1_1.xsd')
const base = messageBase(
  {
    ...COMMUNE,
    decisionDate: LocalDate.parse('2026-11-20'),
    numero: '2026_045',
    natureAbrege: 'DE',
  },
  '3-4'
)
const names = [1, 2].map((rank) => documentName(base, '99_DE', rank, 'application/pdf'))
const build = (type: ReplyMessage['type'], documentNames: string[]) =>
  buildReply({
    type,
    acteId: '035-213502388-20261120-2026_045-DE',
    letterDate: '2026-11-22',
    documentNames,
  })

const MESSAGES: { type: ReplyMessage['type']; root: string; documentNames: string[] }[] = [
  { type: '2-2', root: 'ReponseCourrierSimple', documentNames: names.slice(0, 1) },
  { type: '3-2', root: 'ARDemandePieceComplementaire', documentNames: [] },
  { type: '3-3', root: 'RefusPieceComplementaire', documentNames: names.slice(0, 1) },
  { type: '3-4', root: 'PieceComplementaire', documentNames: names },
  { type: '4-2', root: 'ARLettreObservations', documentNames: [] },
  { type: '4-3', root: 'RejetLettreObservations', documentNames: names.slice(0, 1) },
  { type: '4-4', root: 'ReponseLettreObservations', documentNames: names.slice(0, 1) },
]

test.group('Messages about the letters of a prefecture', () => {
  test('{type} names its acte and the day of the letter')
    .with(MESSAGES)
    .run(({ assert }, { type, root, documentNames }) => {
      using doc = parseXml(build(type, documentNames), { namespaces: ACTES_PREFIXES })
      assert.equal(doc.root.name, root)
      assert.equal(doc.text('@actes:IDActe'), '035-213502388-20261120-2026_045-DE')
      assert.equal(doc.text('@actes:DateCourrierPref'), '2026-11-22')
      assert.deepEqual(doc.texts('.//actes:NomFichier'), documentNames)
    })

  test('{type} is valid against the official schema')
    .with(MESSAGES)
    .run(({ assert }, { type, documentNames }) => {
      assert.deepEqual(SchemaSet.load(xsd!).validate(build(type, documentNames)), [])
    })
    .skip(!xsd, 'the official schema is not on this machine')

  test('{type} is valid for xmllint too')
    .with(MESSAGES)
    .run(({ assert }, { type, documentNames }) => {
      const bytes = build(type, documentNames)
      const result = run('xmllint', ['--noout', '--nonet', '--schema', xsd!, '-'], bytes)
      assert.equal(result.status, 0, result.output)
    })
    .skip(!xsd || !hasTool('xmllint'), 'xmllint or the official schema is missing')

  test('are named after the acte, the message and the rank', ({ assert }) => {
    assert.equal(messageName(base), '035-213502388-20261120-2026_045-DE-3-4_0.xml')
    assert.equal(names[1], '99_DE-035-213502388-20261120-2026_045-DE-3-4_2.pdf')
  })

  test('a letter is answered in its own ways only', ({ assert }) => {
    const ways = letterTypes.map((type) => [type, letterOf(type).replies.map((one) => one.type)])
    assert.deepEqual(Object.fromEntries(ways), {
      '2-1': ['2-2'],
      '3-1': ['3-4', '3-3'],
      '4-1': ['4-4', '4-3'],
      '5-1': [],
    })
    assert.isNull(replyChoice('2-1', '3-4'))
    assert.isNull(replyChoice('5-1', '2-2'))
  })
})
