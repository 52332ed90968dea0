import { test } from '@japa/runner'
import { RULE_SETS } from '#lib/einvoice/rules'

test.group('Every rule', () => {
  test('names a term, and says how to mend in one sentence', ({ assert }) => {
    const rules = Object.values(RULE_SETS).flat()
    assert.isAbove(rules.length, 900)
    for (const { id, term, mend } of rules) {
      assert.match(term, /^(BT|BG|EXT-FR-FE|MDT|MDG)-/, id)
      // Advice is told with its figures, where it is given.
      if (!id.startsWith('ADV-')) assert.match(mend, /^[\p{Lu}«].*\.$/u, id)
    }
  })

  test('has its own identifier, which a French extension never lends to another', ({ assert }) => {
    for (const id of [
      'BR-01',
      'BR-CO-25',
      'BR-S-08',
      'BR-FR-09_BT-29',
      'BR-FR-CPRO-44',
      'UBL-SR-16',
    ]) {
      assert.isTrue(
        Object.values(RULE_SETS)
          .flat()
          .some((rule) => rule.id === id),
        id
      )
    }
  })
})
