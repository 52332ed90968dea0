import { test } from '@japa/runner'
import { type Corrected, learntOf, likenessesOf, type Outcome } from '#app/ged/rules/learnt'

const NOTHING: Outcome = {
  ...{ typeId: null, spaceId: 'commun', parentId: null, title: 'x', date: null },
}
const VOIRIE: Outcome = { ...NOTHING, typeId: 'arrete', parentId: 'voirie' }

/** A scan that came, and what somebody made of it. */
const scan = (name: string, outcome: Partial<Outcome> = VOIRIE, sender: string | null = null) => ({
  ...{ name, sender, cameOn: '2026-11-30', outcome: { ...VOIRIE, title: name, ...outcome } },
})

/** What a paper of that name would become after those, the last first. */
const learnt = (name: string, corrected: Corrected[], sender: string | null = null) =>
  learntOf({ name, sender, cameOn: '2026-11-30', now: NOTHING }, corrected, [])

test.group('What is learnt of papers', () => {
  test('is what the last ones of a pattern became, once they are three', ({ assert }) => {
    const three = [scan('Voirie_0009.pdf'), scan('Voirie_0008.pdf'), scan('voirie_0007.pdf')]
    assert.containsSubset(learnt('Voirie_0010.pdf', three), {
      count: 3,
      likeness: { kind: 'pattern', said: 'voirie #' },
      becomes: { typeId: 'arrete', parentId: 'voirie' },
    })
    assert.isNull(learnt('Voirie_0010.pdf', three.slice(1)))
    assert.isNull(learnt('Permis_0010.pdf', three))
  })

  test('is no more what they became before somebody did otherwise', ({ assert }) => {
    const otherwise = scan('Voirie_0009.pdf', { parentId: 'urbanisme' })
    const before = [6, 5, 4, 3].map((number) => scan(`Voirie_000${number}.pdf`))
    assert.isNull(learnt('Voirie_0010.pdf', [otherwise, ...before]))
    const again = [9, 8, 7].map((number) =>
      scan(`Voirie_00${number}.pdf`, { parentId: 'urbanisme' })
    )
    const found = learnt('Voirie_0010.pdf', [...again, ...before])!
    assert.deepInclude(found, { count: 3 })
    assert.equal(found.becomes.parentId, 'urbanisme')
  })

  test('is told by who sent it before it is by its name', ({ assert }) => {
    const sent = ['Devis.pdf', 'Plan.pdf', 'Note.pdf'].map((name) =>
      scan(name, { typeId: 'courrier', parentId: 'eaux' }, 'eaux@exemple.test')
    )
    const named = [scan('Facture.pdf'), scan('Facture.pdf'), scan('Facture.pdf')]
    const found = learnt('Facture.pdf', [...sent, ...named], 'Eaux@exemple.test')
    assert.containsSubset(found, {
      likeness: { kind: 'sender', said: 'eaux@exemple.test' },
      becomes: { typeId: 'courrier' },
    })
  })

  test('keeps a title and a day only when all have them', ({ assert }) => {
    const same = { title: 'Relevé de la station', date: '2026-11-30' }
    const all = [1, 2, 3].map((number) => scan(`station ${number}.pdf`, same))
    assert.deepInclude(learnt('station 4.pdf', all)!.becomes, same)
    const but = [...all.slice(0, 2), scan('station 0.pdf', { title: 'Autre', date: '2026-01-01' })]
    const found = learnt('station 4.pdf', but)!.becomes
    assert.notProperty(found, 'title')
    assert.notProperty(found, 'date')
  })

  test('is nothing when it is that already, and nothing when somebody silenced it', ({
    assert,
  }) => {
    const three = [scan('Voirie_0009.pdf'), scan('Voirie_0008.pdf'), scan('Voirie_0007.pdf')]
    const paper = { name: 'Voirie_0010.pdf', sender: null, cameOn: '2026-11-30' }
    assert.isNull(learntOf({ ...paper, now: VOIRIE }, three, []))
    const refused = likenessesOf(paper)
    assert.isNull(learntOf({ ...paper, now: NOTHING }, three, refused))
    assert.deepEqual(
      learntOf({ ...paper, now: NOTHING }, three, refused.slice(0, 1))!.likeness,
      refused[1]
    )
  })

  test('counts no number for a likeness, nor a small word', ({ assert }) => {
    assert.deepEqual(likenessesOf({ name: '20261130_0001.pdf', sender: null, cameOn: '' }), [])
    const words = likenessesOf({ name: 'Plan de la rue.pdf', sender: null, cameOn: '' })
    assert.sameMembers(
      words.filter(({ kind }) => kind === 'word').map(({ said }) => said),
      ['plan']
    )
  })
})
