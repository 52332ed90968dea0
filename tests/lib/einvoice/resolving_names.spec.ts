import { test } from '@japa/runner'
import { readXml } from '#lib/xml/tree/reader'

const namesOf = (text: string) => {
  const root = readXml(Buffer.from(text))
  return [root, ...root.children].map(({ name, namespace }) => `${namespace}|${name}`)
}

test.group('The names of a document', () => {
  test('are of the namespaces that it declares, whatever another one declared before', ({
    assert,
  }) => {
    assert.deepEqual(namesOf('<a:r xmlns:a="one"><a:b/></a:r>'), ['one|r', 'one|b'])
    assert.deepEqual(namesOf('<a:r xmlns:a="two"><a:b/></a:r>'), ['two|r', 'two|b'])
    assert.deepEqual(namesOf('<r xmlns="one"><b/></r>'), ['one|r', 'one|b'])
    assert.deepEqual(namesOf('<r><b/></r>'), ['|r', '|b'])
  })

  test('are told apart when an address holds what looks like a declaration', ({ assert }) => {
    assert.deepEqual(namesOf('<a:r xmlns:a="x b y"><a:c/></a:r>'), ['x b y|r', 'x b y|c'])
    assert.deepEqual(namesOf('<a:r xmlns:a="x" xmlns:b="y"><b:c/></a:r>'), ['x|r', 'y|c'])
    assert.throws(() => namesOf('<a:r xmlns:a="x b y"><b:c/></a:r>'), /préfixe/)
  })

  test('are looked at whole, although they came before', ({ assert }) => {
    const head = '<a:r xmlns:a="one"><a:b></a:b>'
    for (const broken of ['<a:b', '<a:b</a:b>', '<a:b a:b></a:b>', '<a:b></a:b x>', '<a:b></a:bb>'])
      assert.throws(() => namesOf(`${head}${broken}</a:r>`), /E_XML_MALFORMED|balise|ferm/)
    assert.deepEqual(namesOf(`${head}<a:b\n></a:b\t></a:r>`), ['one|r', 'one|b', 'one|b'])
  })

  test('of an enemy are as many as they please', ({ assert }) => {
    const many = Array.from({ length: 3_000 }, (_, n) => `<a:n${n}></a:n${n}>`).join('')
    const long = `<a:${'l'.repeat(5_000)}/>`
    assert.lengthOf(namesOf(`<a:r xmlns:a="enemy">${many}${long}</a:r>`), 3_002)
  })
})
