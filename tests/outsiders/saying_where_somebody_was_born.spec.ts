import { test } from '@japa/runner'
import { forgetAttempts } from '#tests/identity/visitor'
import { cameIn, somebody } from './people.js'

/** What is held, and what she reads: an arrondissement, Corsica today and before, overseas, words. */
const PLACES = {
  '75107': 'Paris 7e Arrondissement (75107)',
  '2B002': 'Aghione (2B002)',
  '20002': 'aujourd’hui Aghione (20002)',
  '98818': 'Nouméa (98818)',
  '90900': 'commune inconnue de nous, de code 90900',
  'ALGER': 'ALGER',
}

test.group('A place of birth', (group) => {
  group.each.setup(forgetAttempts)

  async function identityPage(facts: { birthplace?: string; birthCountry: string }) {
    const her = await somebody({ givenNames: ['Angela'], birthName: 'Dubois', ...facts })
    return (await (await cameIn(her.id)).get('/moi/identite')).text
  }

  for (const [birthplace, words] of Object.entries(PLACES)) {
    test(`${birthplace} is read « ${words} »`, async ({ assert }) => {
      const text = await identityPage({ birthplace, birthCountry: '99100' })
      assert.match(text, new RegExp(`>\\s*${words.replace(/[()]/g, '\\$&')}\\s*</td>`))
    })
  }

  test('abroad is the code of a country, said to be one', async ({ assert }) => {
    assert.include(await identityPage({ birthCountry: '99352' }), 'pays étranger, de code 99352')
  })
})
