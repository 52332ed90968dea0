import { test } from '@japa/runner'
import { judge, said } from './judged.js'
import { fileAsXml, fileOf, marche } from './sample_records.js'

const M = '/marches/marche/0'

test.group('A file that is none', () => {
  const FILES: [text: string, said: string[]][] = [
    ['', ['unreadable ']],
    ['bonjour', ['unreadable ']],
    ['{"marches":', ['unreadable ']],
    ['{"montant":NaN}', ['unreadable ']],
    ['<marches><marche></marches>', ['unreadable ']],
    ['<!DOCTYPE marches [<!ENTITY a "b">]><marches>&a;</marches>', ['unreadable ']],
    ['[]', ['type ']],
    ['{}', ['missing ']],
    ['<autre/>', ['missing ']],
    ['{"marches":[]}', ['type /marches']],
    ['{"marches":{}}', ['missing /marches']],
    ['{"marches":{"marche":{}}}', ['type /marches/marche']],
    ['{"marches":{"marche":[null]}}', ['type /marches/marche/0']],
    ['<marches><contrat/></marches>', ['unknown-field /marches/contrat', 'missing /marches']],
  ]
  for (const [text, expected] of FILES)
    test(`${text || 'nothing'} is said so`, ({ assert }) => {
      assert.deepEqual(said(judge(text)), expected)
    })

  test('a pit of lists is a value of the wrong kind', ({ assert }) => {
    const pit = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const text = JSON.stringify(fileOf([marche()])).replace('["Sans objet"]', `[${pit}]`)
    assert.deepEqual(said(judge(text)), [`type ${M}/techniques/technique/0`])
  })

  test('bytes that are no UTF-8 are not read', ({ assert }) => {
    assert.deepEqual(said(judge(Buffer.from('{"marches":{"é":1}}', 'latin1'))), ['unreadable '])
  })

  test('a field that is written twice is said where, for readers keep one or the other', ({
    assert,
  }) => {
    const text = JSON.stringify(fileOf([marche(), { ...marche(), id: '2026-002' }]))
    const twice = text.replace('"id":"2026-002"', '"id":"2026-002","objet":"Un autre objet"')
    assert.deepEqual(said(judge(twice)), ['duplicate /marches/marche/1/objet'])
  })

  test('XML alone can write a field twice, or a stranger within a holder', ({ assert }) => {
    const xml = fileAsXml(fileOf([marche()]))
    assert.deepEqual(
      said(judge(xml.replace('<montant>215000.5', '<montant>1</montant><montant>215000.5'))),
      [`duplicate ${M}/montant`]
    )
    assert.deepEqual(said(judge(xml.replace('<titulaire><type', '<titulaire><nom>K</nom><type'))), [
      `unknown-field ${M}/titulaires/0/titulaire/nom`,
    ])
  })

  test('XML says vrai in six ways, and an origin that is not known in one', ({ assert }) => {
    const xml = fileAsXml(fileOf([marche()]))
    for (const word of ['oui', 'non', 'true', 'false', '0', '1'])
      assert.deepEqual(
        said(judge(xml.replace('<marcheInnovant>non', `<marcheInnovant>${word}`))),
        [],
        word
      )
    assert.deepEqual(said(judge(xml.replace('<marcheInnovant>non', '<marcheInnovant>Oui'))), [
      `type ${M}/marcheInnovant`,
    ])
    assert.deepEqual(said(judge(xml.replace('<ccag>', '<origineUE/><origineFrance/><ccag>'))), [])
  })
})
