import { test } from '@japa/runner'
import { ONLY_PARTS, readSheetCode, sheetCode } from '#lib/separators/sheet_code'

const SIREN = '213500051'
const TYPE = '0193b1f0-0000-7000-8000-00000000a1b2'
const FULL = { typeId: TYPE, spaceId: TYPE, folderId: TYPE, date: '2026-12-01' }

test.group('The code of a separator sheet', () => {
  test('says again what it was made of', ({ assert }) => {
    for (const order of [ONLY_PARTS, FULL, { ...FULL, folderId: null }]) {
      const code = sheetCode(SIREN, order)
      assert.match(code, /^[0-9A-Z $%*+\-./:]+$/)
      assert.deepEqual(readSheetCode(`Feuille ${code} imprimée`, SIREN), order)
    }
  })

  test('says nothing to another member, nor once a sign of it is another', ({ assert }) => {
    const code = sheetCode(SIREN, FULL)
    assert.isNull(readSheetCode(code, '200000008'))
    for (let at = 0; at < code.length; at++) {
      const altered = code.slice(0, at) + (code[at] === '0' ? '1' : '0') + code.slice(at + 1)
      assert.isNull(readSheetCode(altered, SIREN), altered)
    }
  })

  test('is not the code of an invoice, of a person or of another version', ({ assert }) => {
    for (const text of [
      '',
      'https://example.org/HALLE1',
      'BCD\n002\n1\nSCT',
      'HALLE2/213500051//0',
    ])
      assert.isNull(readSheetCode(text, SIREN))
    const strange = sheetCode(SIREN, { ...ONLY_PARTS, date: '2026-02-31' })
    assert.isNull(readSheetCode(strange, SIREN)?.date ?? null)
  })
})
