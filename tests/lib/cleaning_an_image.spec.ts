import { test } from '@japa/runner'
import { cleanImage } from '#lib/images/clean_image'
import { BARE } from '#tests/helpers/jpeg'
import { png, pngChunk, pointsOf } from '#tests/helpers/png'

/** The same with a comment, as cameras and editors write. */
const COMMENT = Buffer.from('rue du Bourg 12', 'latin1')
const JPEG = Buffer.concat([
  BARE.subarray(0, 2),
  Buffer.from([0xff, 0xfe, 0, COMMENT.length + 2]),
  COMMENT,
  BARE.subarray(2),
])

const AUTHOR = pngChunk('tEXt', Buffer.from('Author\0rue du Bourg 12', 'latin1'))
const cleaned = (bytes: Buffer) => cleanImage({ bytes }) as any
const problem = (bytes: Buffer) => cleaned(bytes).problem ?? ''

test.group('An image that everybody will see', () => {
  test('keeps its points and loses what it told, PNG', ({ assert }) => {
    const given = png(64, 40, AUTHOR)
    const { bytes, width, height, mediaType } = cleaned(given)
    assert.deepEqual([width, height, mediaType], [64, 40, 'image/png'])
    assert.notInclude(bytes.toString('latin1'), 'rue du Bourg')
    assert.deepEqual(pointsOf(bytes), pointsOf(given))
  })

  test('keeps its points and loses what it told, JPEG', ({ assert }) => {
    const { bytes, width, height, mediaType } = cleaned(JPEG)
    assert.deepEqual([width, height, mediaType], [40, 32, 'image/jpeg'])
    assert.notInclude(bytes.toString('latin1'), 'rue du Bourg')
    assert.isBelow(bytes.length, JPEG.length)
    assert.deepEqual(cleaned(bytes).bytes, bytes)
  })

  test('ends where its picture ends, whatever was hidden after', ({ assert }) => {
    for (const given of [png(40), JPEG]) {
      const { bytes } = cleaned(Buffer.concat([given, Buffer.from('<script>alert(1)</script>')]))
      assert.notInclude(bytes.toString('latin1'), 'script')
    }
  })

  test('is no SVG, whatever its name, and nothing else than a PNG or a JPEG', ({ assert }) => {
    assert.include(problem(Buffer.from('<?xml version="1.0"?><svg onload="x()"/>')), 'SVG')
    for (const other of ['GIF89a', '%PDF-1.7', '', 'PNG'])
      assert.include(problem(Buffer.from(other)), 'ni un PNG ni un JPEG')
  })

  test('is refused when it is cut anywhere, and never by a crash', ({ assert }) => {
    for (const given of [png(40), JPEG]) {
      for (let length = 8; length < given.length - 1; length++) {
        assert.include(problem(given.subarray(0, length)), 'abîmée', String(length))
      }
    }
  })

  test('is refused with one octet changed in a PNG', ({ assert }) => {
    const given = png(40)
    for (let at = 8; at < given.length; at++) {
      const other = Buffer.from(given)
      other[at] ^= 0xff
      assert.isNotEmpty(problem(other), String(at))
    }
  })

  test('is refused before it is unpacked when it says that it is too large', ({ assert }) => {
    assert.include(problem(png(2001, 40)), '2000 points')
    assert.include(problem(png(31)), '32 points')
    const tall = Buffer.from(JPEG)
    const frame = tall.indexOf(Buffer.from([0xff, 0xc0]))
    tall.writeUInt16BE(60_000, frame + 5)
    assert.include(problem(tall), '2000 points')
  })

  test('holds no more points than it says', ({ assert }) => {
    const [small, large] = [png(40), png(1500)]
    const bomb = Buffer.concat([small.subarray(0, 33), large.subarray(33)])
    assert.include(problem(bomb), 'abîmée')
  })
})
