import { test } from '@japa/runner'
import { settleSummaries } from '#web/forms/summaries'

const line = (field: string) => `<li><a href="#champ-${field}">Indiquez-le.</a></li>`
const summary = (field: string) =>
  `<section class="errors" data-errors><ul>${line(field)}</ul></section>`
const form = (field: string, said: string) => `<form>${said}<input id="champ-${field}" /></form>`

test.group('What must be mended, on a page of several forms', () => {
  test('is said in the form that was sent', ({ assert }) => {
    const said = summary('logo')
    assert.equal(
      settleSummaries(form('adresse', said) + form('logo', said) + form('blason', said)),
      form('adresse', '') + form('logo', said) + form('blason', '')
    )
  })

  test('is said once when no form holds its field', ({ assert }) => {
    const said = summary('autre')
    assert.equal(
      settleSummaries(form('adresse', said) + form('logo', said)),
      form('adresse', said) + form('logo', '')
    )
  })

  test('is said in the order of the fields, whatever that of the session', ({ assert }) => {
    const said = (...fields: string[]) =>
      `<form><section class="errors" data-errors><ul>${fields.map(line).join('\n')}</ul></section><input id="champ-adresse" /><input id="champ-jour" /></form>`
    assert.equal(settleSummaries(said('jour', 'rien', 'adresse')), said('adresse', 'jour', 'rien'))
  })

  test('stays where it is on a page of one form', ({ assert }) => {
    const page = `<form><a href="#x">x</a></form>${form('adresse', summary('adresse'))}`
    assert.equal(settleSummaries(page), page)
  })
})
