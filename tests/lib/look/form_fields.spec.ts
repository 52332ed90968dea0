import { test } from '@japa/runner'
import { errorKey, fieldState, formErrors } from '#web/form_fields'
import { icon } from '#web/icons'
import { stateShape } from '#web/state_shapes'

const flash = (kept: Record<string, unknown>) => ({
  get: (key: string, fallback?: unknown) => kept[key] ?? fallback,
})

test.group('A field', () => {
  test('shows what was typed before the error rather than what is stored', ({ assert }) => {
    const sent = flash({ object: 'Tarifs', inputErrorsBag: { object: ['Trop court.'] } })
    const field = fieldState(sent, { name: 'object', value: 'Ancien objet', help: 'En une phrase' })
    assert.equal(field.value, 'Tarifs')
    assert.equal(field.error, 'Trop court.')
    assert.equal(field.wiring['aria-invalid'], 'true')
    assert.equal(field.wiring['aria-describedby'], 'champ-object-aide champ-object-erreur')
  })

  test('never brings a password back', ({ assert }) => {
    const sent = flash({ password: 'secret' })
    assert.equal(fieldState(sent, { name: 'password', keep: false }).value, '')
  })

  test('of a list finds its error under the name the validator gives', ({ assert }) => {
    assert.equal(errorKey('annexes[0][type]'), 'annexes.0.type')
    const sent = flash({ inputErrorsBag: { 'annexes.0.type': ['Choisissez un type.'] } })
    assert.equal(fieldState(sent, { name: 'annexes[0][type]' }).error, 'Choisissez un type.')
    assert.deepEqual(formErrors(sent), [
      { href: '#champ-annexes-0-type', message: 'Choisissez un type.' },
    ])
  })

  test('keeps all the ticked values of one name', ({ assert }) => {
    assert.deepEqual(fieldState(flash({ topics: ['a', 'b'] }), { name: 'topics[]' }).values, [
      'a',
      'b',
    ])
    assert.isEmpty(formErrors(undefined))
  })
})

test.group('Icons and shapes', () => {
  test('are hidden from screen readers unless they have a label, which is escaped', ({
    assert,
  }) => {
    assert.include(icon('check'), 'aria-hidden="true"')
    assert.include(icon('check', 'Fait "bien"'), 'aria-label="Fait &#34;bien&#34;"')
  })

  test('that do not exist are refused, and so is a path', ({ assert }) => {
    assert.throws(() => icon('../../package'), /not the name of an icon/)
    assert.throws(() => icon('no-such-icon'), /ENOENT/)
  })

  test('differ from one meaning to another', ({ assert }) => {
    const shapes = ['waiting', 'doing', 'done', 'trouble', 'plain'].map(stateShape)
    assert.lengthOf(new Set(shapes), 5)
    assert.equal(stateShape('unknown'), stateShape('plain'))
  })
})
