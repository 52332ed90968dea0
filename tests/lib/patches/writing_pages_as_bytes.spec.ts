import { test } from '@japa/runner'
import { ResponseFactory } from '@adonisjs/core/factories/http'
import { bytesOf, writePagesAsBytes } from '#lib/patches/bytes_of_pages'

/** What is written of a body, with its headers. */
function written(body: unknown, asBytes: boolean, type?: string) {
  const response = new ResponseFactory().create()
  // Of this response alone: the class is shared
  if (asBytes) writePagesAsBytes(response)
  let given: any
  response.response.end = ((part: unknown) => (given = part)) as never
  if (type) response.header('Content-Type', type)
  response.send(body)
  response.finish()
  const { 'content-length': length, 'content-type': kind } = response.response.getHeaders() as any
  return { bytes: given ? Buffer.from(given) : null, length, kind, given }
}

const LONG = 'Été 2026 : « œuvre » – 12 €\u202f😀 '.repeat(200)

test.group('A long page', () => {
  test('{0} is written byte for byte as Adonis writes it, with the same headers')
    .with([
      ['a page', `<!doctype html>\n${LONG}`],
      ['a page after a line', `\n <p>${LONG}`],
      ['a text', LONG],
      ['a table', LONG, 'text/csv; charset=utf-8'],
      ['a short page', '<p>été</p>'],
      ['an object', { words: LONG }],
      ['half of a pair', `${LONG}\ud83d`],
      ['nothing', ''],
    ] as [string, unknown, string?][])
    .run(({ assert }, [, body, type]) => {
      const [ours, theirs] = [written(body, true, type), written(body, false, type)]
      assert.deepEqual(ours.bytes, theirs.bytes)
      assert.equal(ours.length, theirs.length)
      assert.equal(ours.kind, theirs.kind)
    })

  test('is given to Node as bytes', ({ assert }) => {
    assert.instanceOf(written(`<p>${LONG}`, true).given, Buffer)
  })

  test('has the bytes that any text has', ({ assert }) => {
    for (const text of ['', 'a', 'é', '\u202f', '😀', '\ud83d', 'a\udc00b'])
      assert.deepEqual(bytesOf(text), Buffer.from(text))
  })
})
