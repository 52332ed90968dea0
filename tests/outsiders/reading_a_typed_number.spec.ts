import { test } from '@japa/runner'
import { attachmentLifecycle } from '#app/outsiders/organisations/attachment_lifecycle'
import { mandateLifecycle } from '#app/outsiders/organisations/mandate_lifecycle'
import { likenessLifecycle } from '#app/outsiders/likeness/likeness_lifecycle'
import { recoveryLifecycle } from '#app/outsiders/counter/recovery_lifecycle'
import { readNumber } from '#app/outsiders/organisations/typed_number'

const READ: [typed: string, kind: string, value: string][] = [
  ['834 567 893 00013', 'siret', '83456789300013'],
  ['356 000 000 49837', 'siret', '35600000049837'],
  ['834.567.893', 'siren', '834567893'],
  ['w9r1011072', 'rna', 'W9R1011072'],
  ['0123456789', 'ridet', '0123456789'],
  ['A12345', 'tahiti', 'A12345'],
  ['Strasbourg, volume 12, folio 34', 'registry', 'Strasbourg, volume 12, folio 34'],
  ['Sainte-Marie-aux-Mines vol. 3 n° 17', 'registry', 'Sainte-Marie-aux-Mines vol. 3 n° 17'],
  ['BE 0123.456.789', 'vat', 'BE0123456789'],
]

test.group('A number that names an organisation', () => {
  for (const [typed, kind, value] of READ) {
    test(`« ${typed} » is read as ${kind}`, ({ assert }) => {
      assert.deepEqual(readNumber(typed), { kind, value } as ReturnType<typeof readNumber>)
    })
  }

  for (const typed of ['', '12345678901234', 'W12', 'Boulangerie', '12345', 'FR12834567893']) {
    test(`« ${typed} » is refused, in words that say what to write`, ({ assert }) => {
      assert.throws(() => readNumber(typed), /SIRET|RNA|chiffre/)
    })
  }
})

test.group('The lives of what people outside ask', () => {
  type Next = (state: never, event: never) => string | null
  const moves = (states: string[], events: string[], next: Next) =>
    states.flatMap((state) =>
      events.flatMap((event) => {
        const to = next(state as never, event as never)
        return to ? [`${state} ${event} ${to}`] : []
      })
    )

  test('an attachment is asked, held, suspended, ended, and never comes back', ({ assert }) => {
    const { next } = attachmentLifecycle
    assert.deepEqual(moves(attachmentLifecycle.states, attachmentLifecycle.events, next as Next), [
      'asked approve held',
      'asked refuse ended',
      'asked withdraw ended',
      'held suspend suspended',
      'held end ended',
      'suspended end ended',
      'suspended restore held',
    ])
  })

  const ONCE = ['asked approve approved', 'asked refuse refused']

  test('a mandate is settled once', ({ assert }) => {
    const { next } = mandateLifecycle
    assert.deepEqual(moves(mandateLifecycle.states, mandateLifecycle.events, next as Next), ONCE)
  })

  test('an access is given back, or refused, once', ({ assert }) => {
    const { next } = recoveryLifecycle
    assert.deepEqual(moves(recoveryLifecycle.states, recoveryLifecycle.events, next as Next), ONCE)
  })

  test('two records that look alike are joined by two agents, or left apart by one', ({
    assert,
  }) => {
    const { next } = likenessLifecycle
    assert.deepEqual(moves(likenessLifecycle.states, likenessLifecycle.events, next as Next), [
      'waiting propose proposed',
      'waiting part apart',
      'proposed part apart',
      'proposed join joined',
    ])
  })
})
