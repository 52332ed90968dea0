import { test } from '@japa/runner'
import { lotFindings } from '#lib/tenders/chosen_lots'

const chosen = (changes: Partial<Parameters<typeof lotFindings>[0]>) =>
  lotFindings({ ticked: ['offre-1'], filled: ['offre-1'], former: [], most: null, ...changes })

test.group('Choosing the lots that one answers', () => {
  test('says nothing of lots that are ticked and have their files', ({ assert }) => {
    assert.deepEqual(chosen({ former: ['offre-1'], most: 1 }), { refuses: null, asks: [] })
  })

  test('refuses no lot at all, more lots than the règlement admits, and lots without any file', ({
    assert,
  }) => {
    assert.match(chosen({ ticked: [] }).refuses!, /Cochez au moins un lot/)
    const many = chosen({ ticked: ['offre-1', 'offre-2', 'offre-3'], most: 2 })
    assert.match(many.refuses!, /admet 2 lots au plus .* coché 3/)
    assert.match(chosen({ filled: [] }).refuses!, /n’a de fichier/)
  })

  test('asks about a lot without file, files without lot, and a lot that the former pli answered', ({
    assert,
  }) => {
    const { refuses, asks } = chosen({
      ticked: ['offre-1', 'offre-2'],
      filled: ['offre-1', 'offre-3', 'offre-4', 'offre-5'],
      former: ['offre-1', 'offre-7'],
    })
    assert.isNull(refuses)
    assert.lengthOf(asks, 3)
    assert.match(asks[0], /^Le lot 2 est coché/)
    assert.match(asks[1], /les lots 3, 4 et 5, qui ne sont pas cochés/)
    assert.match(asks[2], /^Le lot 7, auquel répondait votre pli précédent/)
  })
})
