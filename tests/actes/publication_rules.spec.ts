import { test } from '@japa/runner'
import { publicationRule, publicForm } from '#app/actes/rules/publication'
import { KEPT_BY_DEFAULT, PUBLICATION_RULES } from '#app/actes/rules/publication_table'
import { redactedCopyProblem } from '#app/actes/rules/redacted_copy'

const FAMILIES =
  '1.1 1.4 1.5 1.7 2.1 2.2 2.3 3.1 3.2 3.3 3.4 3.5 3.6 4.1 4.2 4.4 4.5 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 6.1 6.4 6.5 7.1 7.2 7.5 7.10 8.1 8.2 8.3 8.5 8.8 9.1 9.4'.split(
    ' '
  )
const KEPT = ['1.5', '2.2', '3.1', '3.2', '3.3', '4.1', '4.2', '4.4', '4.5', '5.8', '6.5', '8.2']

const verdict = (
  natureCode: number | null,
  matiere: string,
  decidedOn: string | null = '2026-11-20'
) => publicationRule({ natureCode, matiere, decidedOn }).verdict
const publishedOf = (nature: number) =>
  FAMILIES.filter((path) => verdict(nature, path) === 'published')

test.group('What the law keeps from publication', () => {
  test('over every nature and family of matières', ({ assert }) => {
    const open = FAMILIES.filter((path) => !KEPT.includes(path))
    assert.deepEqual(publishedOf(1), open)
    assert.deepEqual(publishedOf(2), open)
    assert.deepEqual(publishedOf(3), [])
    assert.deepEqual(publishedOf(4), [])
    assert.deepEqual(publishedOf(5), ['7.1', '7.2', '7.5', '7.10'])
    assert.deepEqual(publishedOf(6), [])
  })

  test('a level below is of its family, a neighbour that begins alike is not', ({ assert }) => {
    assert.equal(verdict(1, '4.1.1.2'), 'kept_back')
    assert.equal(verdict(1, '2.3'), 'published')
    assert.equal(verdict(1, '2.3.2'), 'kept_back')
    assert.equal(verdict(1, '2.3.21'), 'published')
    assert.equal(verdict(1, '40'), 'published')
  })

  test('what nobody knows is kept back', ({ assert }) => {
    for (const nature of [null, 0, 7, 99]) assert.equal(verdict(nature, '7.1'), 'kept_back')
    for (const written of [
      '04.1',
      ' 4.1',
      '4 .1',
      '4-1',
      '4,1',
      '４.1',
      'IV.1',
      '7.1 ',
      '0',
      '7.01',
    ]) {
      assert.equal(verdict(1, written), 'kept_back', written)
    }
    assert.equal(verdict(3, ''), 'kept_back')
    assert.equal(verdict(5, ''), 'kept_back')
  })

  test('what was decided before publication went on line is kept back', ({ assert }) => {
    assert.equal(verdict(1, '7.10', '2022-06-30'), 'kept_back')
    assert.equal(verdict(1, '7.10', '2022-07-01'), 'published')
    assert.equal(verdict(3, '7.10', '2015-01-01'), 'kept_back')
  })

  test('every rule says why and under which article; a prudent one says so', ({ assert }) => {
    for (const rule of [...PUBLICATION_RULES, KEPT_BY_DEFAULT]) {
      assert.match(rule.article, /(CGCT|CRPA|[Cc]ode)/)
      assert.match(rule.why, /\.$/)
      assert.match(rule.since, /^\d{4}-\d{2}-\d{2}$/)
    }
    assert.isTrue(publicationRule({ natureCode: 4, matiere: '1.1', decidedOn: null }).toConfirm)
    assert.isUndefined(
      publicationRule({ natureCode: 3, matiere: '4.1', decidedOn: null }).toConfirm
    )
  })

  test('no box nor date shows what is kept back; a redacted copy is shown alone', ({ assert }) => {
    const acte = {
      natureCode: 3,
      matiere: '4.1',
      decidedOn: '2026-11-20',
      state: 'archived' as const,
      isDated: true,
      withheld: false,
      hasRedactedCopy: false,
    }
    assert.equal(publicForm(acte), 'none')
    assert.equal(publicForm({ ...acte, hasRedactedCopy: true, withheld: true }), 'redacted')
    assert.equal(publicForm({ ...acte, natureCode: 1, matiere: '7.1' }), 'whole')
    assert.equal(publicForm({ ...acte, natureCode: 1, matiere: '7.1', withheld: true }), 'none')
    assert.equal(publicForm({ ...acte, natureCode: 1, matiere: '7.1', isDated: false }), 'none')
    assert.equal(publicForm({ ...acte, state: 'acknowledged', hasRedactedCopy: true }), 'none')
  })
})

test.group('A redacted copy', () => {
  const original = Buffer.from('%PDF-1.7 Mme Le Goff %%EOF')

  test('is another document than the acte, its bytes and its signature', ({ assert }) => {
    const problemOf = (copy: Buffer) => redactedCopyProblem({ copy, originals: [original] })
    assert.match(problemOf(original)!, /l’acte lui-même/)
    assert.match(problemOf(Buffer.concat([original, Buffer.from('mask %%EOF')]))!, /l’acte entier/)
    assert.match(problemOf(Buffer.from('%PDF-1.7 /ByteRange [0 1 2 3]'))!, /signature/)
    assert.isNull(problemOf(Buffer.from('%PDF-1.7 Mme X %%EOF')))
  })
})
