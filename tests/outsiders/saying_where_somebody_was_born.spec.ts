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

  const COUNTRIES = {
    '99352': 'Algérie',
    '99217': 'Japon',
    '99115': 'Tchécoslovaquie',
    '99100': 'France',
    '99999': 'pays inconnu de nous, de code 99999',
  }
  for (const [birthCountry, words] of Object.entries(COUNTRIES)) {
    test(`${birthCountry} abroad is read « ${words} »`, async ({ assert }) => {
      assert.match(await identityPage({ birthCountry }), new RegExp(`>\\s*${words}\\s*</td>`))
    })
  }

  test('that is the code of a country is the name of the country', async ({ assert }) => {
    const text = await identityPage({ birthplace: '99350', birthCountry: '99350' })
    assert.notInclude(text, '99350')
    assert.include(text, 'Maroc')
  })
})
