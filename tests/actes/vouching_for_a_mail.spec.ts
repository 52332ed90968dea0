import { test } from '@japa/runner'
import { authenticationOf } from '#app/actes/formats/authentication_results'

const trust = { host: 'mx.syndicat.example', domains: ['interieur.gouv.fr'] }
const judged = (...values: string[]) =>
  authenticationOf(
    values.map((value) => ({ key: 'authentication-results', value })),
    trust
  )

test.group('Who vouches for a mail', () => {
  test('nobody, when no server is named', ({ assert }) => {
    assert.equal(authenticationOf([], null), 'unchecked')
  })

  for (const value of [
    'mx.syndicat.example; dkim=pass header.d=interieur.gouv.fr',
    'MX.Syndicat.Example 1; dmarc=pass (p=reject dis=none) header.from=interieur.gouv.fr',
    'mx.syndicat.example;\r\n spf=fail smtp.mailfrom=x@y.fr;\r\n dkim=pass (2048-bit key; secure) header.d=Interieur.gouv.fr header.s=a',
    '"mx.syndicat.example"; spf=pass smtp.mailfrom="ne-pas-repondre@actes.interieur.gouv.fr"',
    'mx.syndicat.example; dkim=pass reason="good; signature" header.i=@interieur.gouv.fr',
    'mx.syndicat.example (front) ; dkim/1=pass header.d=interieur.gouv.fr',
  ]) {
    test(`the named server, when it writes « ${value} »`, ({ assert }) => {
      assert.equal(judged(value), 'passed')
    })
  }

  for (const value of [
    'mx.syndicat.example; none',
    'mx.attaquant.example; dkim=pass header.d=interieur.gouv.fr',
    'mx.syndicat.example.attaquant.example; dkim=pass header.d=interieur.gouv.fr',
    'mx.syndicat.example; dkim=pass header.d=attaquant.example',
    'mx.syndicat.example; dkim=pass header.d=interieur.gouv.fr.attaquant.example',
    'mx.syndicat.example; dkim=pass header.d=faux-interieur.gouv.fr',
    'mx.syndicat.example; dkim=fail header.d=interieur.gouv.fr',
    'mx.syndicat.example; dkim=fail (dkim=pass header.d=interieur.gouv.fr) header.d=x.fr',
    'mx.syndicat.example; dkim=fail reason="; dkim=pass header.d=interieur.gouv.fr"',
    'mx.syndicat.example; dkim=pass header.d=x.fr header.d=interieur.gouv.fr',
    'mx.syndicat.example; iprev=pass header.d=interieur.gouv.fr',
    'mx.syndicat.example; spf=pass smtp.mailfrom="a@interieur.gouv.fr"@attaquant.example',
    'mx.syndicat.example; spf=pass smtp.mailfrom="a;spf=pass smtp.mailfrom=b@interieur.gouv.fr"@attaquant.example',
    'mx.syndicat.example; spf=pass smtp.mailfrom=attaquant.example"@interieur.gouv.fr"',
    'mx.syndicat.example; dkim=pass header.d="x"interieur.gouv.fr.attaquant.example',
    'mx.attaquant.example (mx.syndicat.example; dkim=pass header.d=interieur.gouv.fr)',
  ]) {
    test(`nobody, when a header says « ${value} »`, ({ assert }) => {
      assert.equal(judged(value), 'failed')
    })
  }

  test('nobody, when the header came with the mail below the one of the server', ({ assert }) => {
    assert.equal(
      judged(
        'mx.syndicat.example; dkim=none',
        'mx.syndicat.example; dkim=pass header.d=interieur.gouv.fr'
      ),
      'failed'
    )
    assert.equal(judged(), 'failed')
  })
})
