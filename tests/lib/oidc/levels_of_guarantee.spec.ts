import { test } from '@japa/runner'
import { isHighEnough } from '#lib/oidc'

test.group('How sure a sign-in is', () => {
  test('is compared with what was asked')
    .with([
      ['eidas1', ['eidas1'], true],
      ['eidas2', ['eidas1'], true],
      ['eidas3', ['eidas2'], true],
      ['eidas1', ['eidas2'], false],
      ['eidas0', ['eidas1'], false],
      // Two factors where they were asked
      ['eidas1', ['eidas1-mfa'], false],
      ['eidas1-mfa', ['eidas1'], true],
      ['eidas2', ['eidas1-mfa'], true],
      ['eidas1-mfa', ['eidas2'], false],
      // Several may do
      ['eidas0', ['eidas1', 'eidas0'], true],
      // Words that are no level are only equal to themselves
      [
        'https://proconnect.gouv.fr/assurance/self-asserted-2fa',
        ['https://proconnect.gouv.fr/assurance/self-asserted-2fa'],
        true,
      ],
      [
        'https://proconnect.gouv.fr/assurance/self-asserted',
        ['https://proconnect.gouv.fr/assurance/self-asserted-2fa'],
        false,
      ],
      ['eidas12', ['eidas1'], false],
      ['EIDAS2', ['eidas1'], false],
      [undefined, ['eidas1'], false],
      [undefined, [], true],
      ['eidas0', [], true],
    ] as [string | undefined, string[], boolean][])
    .run(({ assert }, [acr, asked, enough]) => {
      assert.equal(isHighEnough(acr, asked), enough)
    })
})
