import { test } from '@japa/runner'
import { anomalyAdvice, isStaleClassification } from '#app/actes/rules/anomaly_advice'

test.group('What to do about an anomaly', () => {
  test('a classification of another day is asked for before anything goes again', ({ assert }) => {
    const said = 'La date de classification n’est pas à jour'
    assert.isTrue(isStaleClassification('002', said))
    assert.isTrue(isStaleClassification('006', said))
    assert.match(anomalyAdvice('006', said), /classification à jour est demandée/)
  })

  test('what was refused before leaving, or by a machine, is not said of the classification', ({
    assert,
  }) => {
    for (const nature of ['CONTROLE', 'HTTP'])
      assert.isFalse(isStaleClassification(nature, 'classification'))
    assert.match(anomalyAdvice('CONTROLE', ''), /Rien n’est parti/)
  })
})
