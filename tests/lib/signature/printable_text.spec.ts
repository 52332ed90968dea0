import { test } from '@japa/runner'
import { create } from 'fontkit'
import { pdfFont, printable } from '#lib/pdf/font'

test.group('Texts that go in a PDF', () => {
  test('French texts are left alone, but for the blanks that the font has not', ({ assert }) => {
    const text = 'Maëlle Le Goff, « l’œuvre » – 14\u202fh\u202f05, 3\u202f€…'
    assert.equal(printable(text), 'Maëlle Le Goff, « l’œuvre » – 14\u00a0h\u00a005, 3\u00a0€…')
  })

  test('a name from elsewhere loses its accents rather than its letters', ({ assert }) => {
    assert.equal(printable('Łukasz Dvořák, İpek Şahin'), 'Lukasz Dvorák, Ipek Sahin')
    assert.equal(printable('王'), '?')
  })

  test('every character that comes out is in the font', ({ assert }) => {
    const font = create(pdfFont('regular'))
    const french = 'ÀÂÇÉÈÊËÎÏÔÙÛÜŒœ«»’“”–—…€°²\u00a0\u202f\u2011Łşž'
    const missing = [...printable(french)].filter(
      (char) => !font.hasGlyphForCodePoint(char.codePointAt(0)!)
    )
    assert.deepEqual(missing, [])
  })
})
