import { test } from '@japa/runner'
import { entryName } from '#lib/zip/entry_name'
import { namesApart } from '#lib/zip/names_apart'

test.group('Names in an archive', () => {
  test('stand apart when they are alike, and keep their order', ({ assert }) => {
    assert.deepEqual(namesApart(['a.pdf', 'b.pdf', 'a.pdf', 'a.pdf']), [
      'a.pdf',
      'b.pdf',
      '2-a.pdf',
      '3-a.pdf',
    ])
  })

  test('stand apart from one that was called so already', ({ assert }) => {
    const names = namesApart(['a', '2-a', 'a', '2-a'])
    assert.deepEqual(names, ['a', '2-a', '3-a', '2-2-a'])
  })

  test('stand apart where a disk makes one of two cases, or of two ways to write an accent', ({
    assert,
  }) => {
    const names = namesApart(['Été.pdf', 'été.pdf', 'E\u0301te\u0301.pdf'])
    assert.deepEqual(names, ['Été.pdf', '2-été.pdf', '3-E\u0301te\u0301.pdf'])
  })

  test('are cut at a hundred signs, and keep what tells how to open the file', ({ assert }) => {
    const cut = entryName(`${'a'.repeat(120)}.pdf`)
    assert.lengthOf(cut, 100)
    assert.match(cut, /a\.pdf$/)
    assert.equal(entryName('a'.repeat(120)), 'a'.repeat(100))
    assert.equal(entryName(`${'a'.repeat(95)}😀.pdf`), `${'a'.repeat(95)}.pdf`)
  })

  test('hold nothing that one system or another takes for a path', ({ assert }) => {
    assert.equal(entryName('a/b\\c:d*"<>|?\u0007.txt'), 'a b c d       .txt')
  })
})
