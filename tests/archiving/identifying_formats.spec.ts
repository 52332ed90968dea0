import { FormatSniffer } from '#app/archiving/formats/format_sniffer'
import { sharedData } from '#tests/helpers/shared_data'
import { test } from '@japa/runner'
import { readFileSync } from 'node:fs'

/** As a file is read: in chunks that cut anything anywhere. */
function puidOf(bytes: Buffer, chunk = 7): string | undefined {
  const sniffer = new FormatSniffer()
  for (let at = 0; at < bytes.length; at += chunk) sniffer.update(bytes.subarray(at, at + chunk))
  return sniffer.puid
}

const pdf = (version: string, xmp = '') => Buffer.from(`%PDF-${version}\n%âãÏÓ\n${xmp}\n%%EOF\n`)
const claim = (part: number, conformance?: string) =>
  `<pdfaid:part>${part}</pdfaid:part>${conformance ? `<pdfaid:conformance>${conformance}</pdfaid:conformance>` : ''}`
const png = (chunk: string) =>
  Buffer.from(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR${chunk}\0\0\0\0IEND\xaeB\x60\x82`, 'latin1')
const jpeg = (inside: string) => Buffer.from(`\xff\xd8\xff\xe0\0\x10${inside}\xff\xd9`, 'latin1')

test.group('The format of a deposited file', () => {
  test('is that of its version of PDF', ({ assert }) => {
    assert.equal(puidOf(pdf('1.4')), 'fmt/18')
    assert.equal(puidOf(pdf('1.7')), 'fmt/276')
    assert.equal(puidOf(pdf('2.0')), 'fmt/1129')
    assert.isUndefined(puidOf(pdf('9.9')))
  })

  test('is PDF/A when the document says so, wherever a chunk is cut', ({ assert }) => {
    for (let chunk = 1; chunk < 40; chunk++) {
      assert.equal(puidOf(pdf('1.7', claim(2, 'B')), chunk), 'fmt/477')
    }
    assert.equal(puidOf(pdf('1.4', claim(1, 'A'))), 'fmt/95')
    assert.equal(puidOf(pdf('1.7', `x pdfaid:part="3" pdfaid:conformance='U'`)), 'fmt/481')
    assert.equal(puidOf(pdf('2.0', claim(4))), 'fmt/1910')
  })

  test('is what the last update says', ({ assert }) => {
    assert.equal(puidOf(pdf('1.7', claim(1, 'B') + claim(3, 'B'))), 'fmt/480')
  })

  test('is told of XML, PNG and JPEG, with their versions', ({ assert }) => {
    assert.equal(puidOf(Buffer.from('\ufeff<?xml version="1.0"?><a/>')), 'fmt/101')
    assert.equal(puidOf(png('IDAT')), 'fmt/11')
    assert.equal(puidOf(png('sRGB')), 'fmt/12')
    assert.equal(puidOf(png('iTXt')), 'fmt/13')
    assert.equal(puidOf(jpeg('JFIF\0\x01\x01')), 'fmt/43')
    assert.equal(puidOf(jpeg('Exif\0\0MM\0*\0\0\x90\0\0\x07\0\0\0\x040221')), 'fmt/645')
    assert.equal(puidOf(jpeg('')), 'fmt/41')
  })

  test('is not invented', ({ assert }) => {
    assert.isUndefined(puidOf(Buffer.from('Bonjour.')))
    assert.isUndefined(puidOf(Buffer.alloc(0)))
  })

  const registry = sharedData('ged', 'pronom', 'DROID_SignatureFile_V122.xml')
  test('bears the name that PRONOM gives it', ({ assert }) => {
    const told = readFileSync(registry!, 'utf8')
    const named = (puid: string) =>
      new RegExp(`Name="([^"]+)" PUID="${puid}"(?: Version="([^"]+)")?`).exec(told)?.slice(1)
    assert.deepEqual(named(puidOf(pdf('1.7', claim(2, 'B')))!), [
      'Acrobat PDF/A - Portable Document Format',
      '2b',
    ])
    assert.deepEqual(named(puidOf(png('iTXt'))!), ['Portable Network Graphics', '1.2'])
    assert.deepEqual(named(puidOf(jpeg('JFIF\0\x01\x02'))!), [
      'JPEG File Interchange Format',
      '1.02',
    ])
    assert.deepEqual(named(puidOf(Buffer.from('<?xml version="1.0"?>'))!), [
      'Extensible Markup Language',
      '1.0',
    ])
  }).skip(!registry, 'the registry of PRONOM is not on this machine')
})
