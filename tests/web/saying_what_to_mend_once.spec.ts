import { test } from '@japa/runner'
import { oneSummary } from '#web/forms/one_summary'

const summary = (field: string) =>
  `<section class="errors" data-errors><a href="#champ-${field}">Indiquez-le.</a></section>`
const form = (field: string, said: string) => `<form>${said}<input id="champ-${field}" /></form>`

test.group('What must be mended, on a page of several forms', () => {
  test('is said in the form that was sent', ({ assert }) => {
    const said = summary('logo')
    assert.equal(
      oneSummary(form('adresse', said) + form('logo', said) + form('blason', said)),
      form('adresse', '') + form('logo', said) + form('blason', '')
    )
  })

  test('is said once when no form holds its field', ({ assert }) => {
    const said = summary('autre')
    assert.equal(
      oneSummary(form('adresse', said) + form('logo', said)),
      form('adresse', said) + form('logo', '')
    )
  })

  test('stays where it is on a page of one form', ({ assert }) => {
    const page = `<form><a href="#x">x</a></form>${form('adresse', summary('adresse'))}`
    assert.equal(oneSummary(page), page)
  })
})
