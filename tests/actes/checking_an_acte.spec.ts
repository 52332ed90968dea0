import { test } from '@japa/runner'
import { checkActe, type ActeDraft } from '#app/actes/rules/check_acte'
import { pdfProblem } from '#app/actes/rules/pdf'
import { numeroProblem, suggestNumero } from '#app/actes/rules/numero'
import { CLASSIFICATION, draft, TODAY } from './sample_acte.js'

const check = (changes: Partial<ActeDraft>) => checkActe(draft(changes), CLASSIFICATION, TODAY)
const pdf = (name: string, size = 1000) => ({ name, mediaType: 'application/pdf', size })
const budget = { name: 'budget.xml', mediaType: 'application/xml', size: 1000 }

test.group('Checking an acte before it is signed', () => {
  test('finds nothing wrong with a plain deliberation and its annexe', ({ assert }) => {
    assert.deepEqual(check({ annexes: [{ file: pdf('rapport.pdf'), typePJ: '21_RP' }] }), [])
  })

  test('names every missing field at once', ({ assert }) => {
    const problems = check({
      nature: null,
      matiere: '',
      numero: '',
      objet: ' ',
      decisionDate: '',
      document: null,
    })
    assert.deepEqual(
      problems.map(({ field }) => field),
      ['nature', 'matiere', 'numero', 'objet', 'decisionDate', 'document']
    )
  })

  test('refuses {because}')
    .with([
      { because: 'a numero with a hyphen', field: 'numero', change: { numero: '2026-045' } },
      { because: 'a numero of 16 characters', field: 'numero', change: { numero: 'A'.repeat(16) } },
      { because: 'an objet on two lines', field: 'objet', change: { objet: 'un\ndeux' } },
      { because: 'an objet of 500 characters', field: 'objet', change: { objet: 'x'.repeat(500) } },
      {
        because: 'an objet that grows above 499 once transliterated',
        field: 'objet',
        change: { objet: 'œ'.repeat(250) },
      },
      { because: 'an objet in Japanese', field: 'objet', change: { objet: 'Jumelage 日本' } },
      { because: 'tomorrow', field: 'decisionDate', change: { decisionDate: '2026-11-23' } },
      { because: '30 February', field: 'decisionDate', change: { decisionDate: '2026-02-30' } },
      { because: 'a nature that does not exist', field: 'nature', change: { nature: 7 } },
      { because: 'a matiere of the first level', field: 'matiere', change: { matiere: '10' } },
      { because: 'a matiere of another prefecture', field: 'matiere', change: { matiere: '5.9' } },
      {
        because: 'a replaced acte that has no identifier',
        field: 'previousIdentifier',
        change: { previousIdentifier: '2026_044' },
      },
      { because: 'an unknown type', field: 'typePJ', change: { typePJ: '99_AR' } },
      { because: 'no type', field: 'typePJ', change: { typePJ: '' } },
      { because: 'the type of detached signatures', field: 'typePJ', change: { typePJ: '99_SE' } },
      {
        because: 'a picture as the acte',
        field: 'document',
        change: { document: { name: 'scan.jpg', mediaType: 'image/jpeg', size: 10 } },
      },
      {
        because: 'an XML acte that is no budget',
        field: 'document',
        change: { document: budget },
      },
      {
        because: 'an XML budget outside of 7.1',
        field: 'document',
        change: { nature: 5, typePJ: '99_BU', document: budget },
      },
      {
        because: 'an annexe of a word processor',
        field: 'annexes.0.file',
        change: {
          annexes: [
            { file: { name: 'a.odt', mediaType: 'application/zip', size: 1 }, typePJ: '21_RP' },
          ],
        },
      },
      {
        because: 'an annexe without type',
        field: 'annexes.0.typePJ',
        change: { annexes: [{ file: pdf('a.pdf'), typePJ: '' }] },
      },
      {
        because: 'more than 150 MB together',
        field: 'annexes',
        change: { annexes: [{ file: pdf('a.pdf', 150_000_000), typePJ: '21_RP' }] },
      },
    ] as { because: string; field: string; change: Partial<ActeDraft> }[])
    .run(({ assert }, { field, change }) => {
      assert.deepEqual(
        check(change).map((problem) => problem.field),
        [field]
      )
    })

  test('accepts a budget in XML under nature 5 and 7.1, with PDF annexes only', ({ assert }) => {
    const base = { nature: 5, matiere: '7.1', typePJ: '99_BU', document: budget }
    assert.deepEqual(check(base), [])
    const annexe = { file: { name: 'a.png', mediaType: 'image/png', size: 1 }, typePJ: '99_BU' }
    assert.match(check({ ...base, annexes: [annexe] })[0].message, /PDF/)
  })

  test('says what to do, in French, without the words of the machine', ({ assert }) => {
    for (const { message } of check({ numero: 'é', objet: '', matiere: 'x.y', typePJ: 'zz' })) {
      assert.match(message, /^[A-ZÀ-Ý].*\.$/u)
      assert.notMatch(message, /invalid|regex|null|undefined|!/i)
    }
  })
})

test.group('The numero of an acte', () => {
  test('accepts one character, and underscores inside only', ({ assert }) => {
    assert.deepEqual(['A', '7', 'A_B', 'A'.repeat(15)].map(numeroProblem), [null, null, null, null])
    for (const bad of ['_A', 'A_', 'a', 'A B', 'É']) assert.isNotNull(numeroProblem(bad))
  })

  test('comes back with a suggestion when it is refused', ({ assert }) => {
    assert.match(numeroProblem('2026-045')!, /Par exemple : 2026_045\.$/)
  })

  test('is suggested from what was typed', ({ assert }) => {
    assert.equal(suggestNumero('2026-045 bis'), '2026_045_BIS')
    assert.equal(suggestNumero('Arrêté n° 12'), 'ARRETE_N_12')
    for (const typed of ['délib. du 12/11/2026, quorum', '-_-45-_-', 'été'])
      assert.isNull(numeroProblem(suggestNumero(typed)))
  })
})

test.group('The bytes of a PDF', () => {
  const whole = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')

  test('accepts a whole file and the word Encrypt in its text', ({ assert }) => {
    assert.isNull(pdfProblem(whole))
    const text = Buffer.from('%PDF-1.7\n(les mots /Encrypt et /EncryptMetadata)\n%%EOF')
    assert.isNull(pdfProblem(text))
  })

  test('refuses a truncated, a protected and a renamed file', ({ assert }) => {
    assert.match(pdfProblem(whole.subarray(0, 40))!, /incomplet/)
    const locked = Buffer.from(String(whole).replace('/Root', '/Encrypt 9 0 R /Root'))
    assert.match(pdfProblem(locked)!, /protégé/)
    assert.match(pdfProblem(Buffer.from('PK\u0003\u0004 docx'))!, /pas un PDF/)
  })
})
