import { test } from '@japa/runner'
import { piecesOf } from '#lib/xml/long_document'

const cut = (text: string, most = 2) =>
  [...piecesOf(Buffer.from(text), 'Line', most)].map((piece) => ({
    text: piece.bytes.toString(),
    lineOf: piece.lineOf,
  }))

test.group('A long document in pieces', () => {
  const line = (rank: number) => `<a:Line>\n<a:Id>${rank}</a:Id>\n</a:Line>\n`
  const head = '<?xml version="1.0"?>\n<a:Bill xmlns:a="urn:a">\n<a:No>1</a:No>\n'
  const tail = '<a:Total>5</a:Total>\n</a:Bill>\n'
  const whole = head + [1, 2, 3, 4, 5].map(line).join('') + tail

  test('is as many documents, with all that stands around in each', ({ assert }) => {
    const bare = (text: string) => text.replaceAll(/\s+/g, '')
    const part = (...ranks: number[]) => bare(head + ranks.map(line).join('') + tail)
    assert.deepEqual(
      cut(whole).map(({ text }) => bare(text)),
      [part(1, 2), part(3, 4), part(5)]
    )
  })

  test('tells each line of itself once, by its own number', ({ assert }) => {
    const lines = whole.split('\n')
    const told = cut(whole).flatMap(({ text, lineOf }) =>
      text.split('\n').flatMap((written, rank) => {
        const at = lineOf(rank + 1)
        return at === null ? [] : [{ at, written }]
      })
    )
    for (const { at, written } of told.filter((one) => /Id|Total|No/.test(one.written)))
      assert.include(lines[at - 1], written.trim())
    const ids = told.filter(({ written }) => /<a:Id>/.test(written)).map(({ at }) => at)
    assert.deepEqual(ids, [5, 8, 11, 14, 17])
    assert.lengthOf(
      told.filter(({ written }) => written.includes('<a:Total>')),
      1
    )
    assert.lengthOf(
      told.filter(({ written }) => written.includes('<a:No>')),
      1
    )
  })

  test('is one piece when it has few of them, none, or is in UTF-16', ({ assert }) => {
    for (const bytes of [
      Buffer.from(whole),
      Buffer.from('<Bill><Other/></Bill>'),
      Buffer.from(`\ufeff${whole}`, 'utf16le'),
      Buffer.alloc(0),
    ]) {
      const pieces = [...piecesOf(bytes, 'Line', 5)]
      assert.lengthOf(pieces, 1)
      assert.isTrue(pieces[0].bytes.equals(bytes))
      assert.equal(pieces[0].lineOf(7), 7)
    }
  })

  test('is cut at elements only: neither in a comment, nor in characters, nor in what they hold', ({
    assert,
  }) => {
    const odd = [
      '<Line note="a > b"/>',
      '<!-- <Line> --><Line><Line>1</Line></Line>',
      '<Line><![CDATA[</Line><Line>]]></Line>',
      '<?x <Line>?><Line\n>4</Line >',
    ]
    const pieces = cut(`<Bill>${odd.join('')}<Lines/><Line>far</Line></Bill>`, 1)
    assert.deepEqual(
      pieces.map(({ text }) => text.slice(6, text.indexOf('<Lines/>'))),
      [
        '<Line note="a > b"/><!-- <Line> -->',
        ...odd.slice(1).map((one, rank) => {
          const own = one.replace(/^<!--.*?-->|^<\?.*?\?>/, '')
          return rank === 1 ? `${own}<?x <Line>?>` : own
        }),
      ]
    )
    for (const { text } of pieces) assert.include(text, '<Line>far</Line>')
  })
})
