import { test } from '@japa/runner'
import { unsaidOptions } from './optional_fields.js'

const form = (body: string, method = 'POST') =>
  `<form action="/a" method="${method}">${body}</form>`

/** The pages themselves are held to it where they are visited (every_page_is_for_everybody). */
test.group('What may be left empty', () => {
  test('is told from what must be filled, in every kind of field', ({ assert }) => {
    const wrong = [
      '<label for="a">Objet</label><input type="text" id="a" name="a" />',
      '<label for="a">Objet <span>(facultatif)</span></label><input id="a" name="a" required />',
      '<input aria-label="Voiries, source" name="a" />',
      '<label>Type<select name="a"><option value="">Aucun</option></select></label>',
      '<fieldset><legend>Suite</legend><label><input type="radio" name="a" value="1" /></label></fieldset>',
      '<label for="a">Note</label><textarea id="a" name="a"></textarea>',
    ]
    for (const body of wrong) assert.lengthOf(unsaidOptions(form(body)), 1, body)
    const right = [
      '<label for="a">Objet</label><input type="text" id="a" name="a" required />',
      '<label for="a">Objet <span>(facultatif)</span></label><input id="a" name="a" />',
      '<label><input type="checkbox" name="a" value="true" /><span>Papier</span></label>',
      '<select name="a" aria-label="Suite"><option value="1">Suivie</option></select>',
      '<fieldset><legend>Suite</legend><label><input type="radio" name="a" checked /></label></fieldset>',
      '<input type="hidden" name="seen" value="x" /><input name="a" disabled />',
    ]
    for (const body of right) assert.deepEqual(unsaidOptions(form(body)), [], body)
    assert.deepEqual(unsaidOptions(form(wrong[0], 'GET')), [])
  })
})
