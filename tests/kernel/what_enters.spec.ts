import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import { isUnreadable, readable } from '#web'
import type User from '#kernel/people/user'
import { walker } from '#tests/helpers/walker'
import { person, place } from '#tests/world/world'
import { forgetAttempts } from '../identity/visitor.js'

const NUL = '\u0000'
const HALF = '\ud83d'
const UNDASHED = '0123456789abcdef0123456789abcdef0123'
const BAD_PARAMS = ['%00', 'x%00y', UNDASHED, '2026-02-31', '%ef%bf%bf']
const BAD_QUERIES = [
  ...['q=%00', 'etat=%00&annee=%00&page=%00&nature=%00&apres=%00&avant=%00', '%00=1', 'q[%00]=1'],
  `apres=${UNDASHED}&avant=${UNDASHED}&annee=99999999999&page=-1&depuis=2026-02-31&nature=x`,
  'q[]=a&q[]=b&apres[]=x&avant[]=x&q=%ED%A0%80',
  'apres=2026-02-31_0198c0de-0000-7000-8000-000000000000',
  'apres=0000-01-01_0198c0de-0000-7000-8000-000000000000',
  `apres=${Buffer.from('["\u0000","0198c0de-0000-7000-8000-000000000000"]').toString('base64url')}`,
]
const FIELDS = ['email', 'password', 'full_name', 'objet', 'name', 'q', 'numero', 'code', 'title']

const ROUTES = () => Object.values(router.toJSON()).flat()
const filled = (pattern: string, value: string) =>
  pattern.replace(/^\/(c|p)\/:tenant/, '/$1/kervalan').replace(/:\w+\??/g, value)
const reads = () =>
  ROUTES()
    .filter(({ methods, pattern }) => methods.includes('GET') && !pattern.endsWith('/flux'))
    .map(({ pattern }) => pattern)

async function everybody(): Promise<User> {
  await place('kervalan')
  const user = await person('Soizic Madec', {
    kervalan: ['administrator', 'agent', 'signatory', 'archivist', 'contributor'],
  })
  return user.merge({ isOperator: true }).save()
}

test.group('What no base can hold', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('in an address is no page, whatever the route', async ({ assert }) => {
    const { open, isStillIn } = await walker(await everybody())
    const faults: string[] = []
    for (const pattern of reads().filter((one) => one.includes(':'))) {
      for (const bad of BAD_PARAMS) {
        for (const path of new Set([filled(pattern, bad), pattern.replace(/:\w+\??/g, bad)])) {
          const { status } = await open(path)
          if (status >= 500) faults.push(`${status} ${path}`)
        }
      }
    }
    assert.deepEqual([...new Set(faults)], [])
    assert.isTrue(await isStillIn())
  })

  test('in a query is refused, or finds nothing', async ({ assert }) => {
    const { open, isStillIn } = await walker(await everybody())
    const faults: string[] = []
    const some = '0198c0de-0000-7000-8000-000000000000'
    for (const pattern of reads()) {
      for (const query of BAD_QUERIES) {
        const path = `${filled(pattern, some)}?${query}`
        const { status } = await open(path)
        if (status >= 500) faults.push(`${status} ${path}`)
        if (/%00/.test(query) && status === 200) faults.push(`200 ${path}`)
      }
    }
    assert.deepEqual(faults, [])
    assert.isTrue(await isStillIn())
  })

  test('in a form is refused with its sentence, before any page reads it', async ({
    assert,
    client,
  }) => {
    const user = await everybody()
    const faults: string[] = []
    for (const { pattern, methods } of ROUTES()) {
      if (!methods.includes('POST') || pattern === '/deconnexion') continue
      const path = filled(pattern, '0198c0de-0000-7000-8000-000000000000')
      for (const bad of [NUL, HALF]) {
        const typed = Object.fromEntries(FIELDS.map((name) => [name, `a${bad}b`]))
        const sent = bad === NUL ? client.post(path).form(typed) : client.post(path).json(typed)
        const answer = await sent.accept('html').loginAs(user).withCsrfToken().redirects(0)
        if (answer.status() < 400 || answer.status() >= 500)
          faults.push(`${answer.status()} ${path}`)
      }
    }
    assert.deepEqual(faults, [])
  })

  test('in a name of file is refused', async ({ assert, client }) => {
    const user = await everybody()
    for (const name of ['a\u0000.pdf', `a${HALF}.pdf`, '\uffff.pdf']) {
      // Half of a pair has no UTF-8 of its own: what arrives is what a browser would send.
      const metadata = `filename ${Buffer.from(name).toString('base64')}`
      const answer = await client
        .post('/c/kervalan/depots')
        .header('upload-length', '12')
        .header('upload-metadata', metadata)
        .accept('json')
        .loginAs(user)
        .withCsrfToken()
      if (name.includes(HALF)) assert.isBelow(answer.status(), 500)
      else assert.equal(answer.status(), 400)
    }
  })

  test('is told from what a paste leaves behind, which is taken away', ({ assert }) => {
    for (const text of ['é', '😀', 'a\tb\r\nc', 'a\u000bb', '']) assert.isFalse(isUnreadable(text))
    for (const bad of [NUL, HALF, '\udc00', '\ufffe', '\uffff']) {
      assert.isTrue(isUnreadable({ a: [{ b: `x${bad}` }] }))
      assert.isTrue(isUnreadable({ [`x${bad}`]: 1 }))
    }
    const typed = { objet: 'ligne\u000bsuite\u0002', lines: ['a\u001fb'], n: 3, none: null }
    assert.deepEqual(readable(typed), { objet: 'ligne\nsuite', lines: ['ab'], n: 3, none: null })
  })
})

test.group('A place in a form', () => {
  const FAR = ['lines[4294967294]', 'lines[999][999999999]', `lines${'[0]'.repeat(20_000)}`]

  for (const name of FAR)
    test(`as far as ${name.slice(0, 24)} is left out, and holds nobody`, async ({
      assert,
      client,
    }) => {
      const sent = client.post('/connexion').accept('html').withCsrfToken().redirects(0)
      const answer = await sent.fields({ [name]: 'x', email: 'nobody@kervalan.test' })
      assert.isBelow(answer.status(), 500)
    })

  test('as deep as memory in a document is no fault of ours', async ({ assert }) => {
    const body = `{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`
    const headers = { 'content-type': 'application/json', 'accept': 'text/html' }
    for (const path of ['/connexion', '/api/v1/c/kervalan/actes']) {
      const address = `http://${process.env.HOST}:${process.env.PORT}${path}`
      const { status } = await fetch(address, { method: 'POST', body, headers, redirect: 'manual' })
      assert.isBelow(status, 500, path)
    }
  })
})

test.group('Numbers of the upload protocol', () => {
  test('are written in figures and nothing else', async ({ assert, client }) => {
    const user = await everybody()
    for (const length of [
      '0x10',
      '1e3',
      '+5',
      ' 5 5',
      '5.0',
      '-1',
      '0',
      '',
      'NaN',
      '9'.repeat(20),
    ]) {
      const answer = await client
        .post('/c/kervalan/depots')
        .header('upload-length', length)
        .accept('json')
        .loginAs(user)
        .withCsrfToken()
      assert.equal(answer.status(), 400, length)
    }
  })
})

test.group('What is private', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('stays in no cache: pages, lists, exports, links of letters', async ({ assert, client }) => {
    const { open, isStillIn } = await walker(await everybody())
    for (const pattern of reads()) {
      if (!/^\/(c\/|compte|exploitation|mes-taches|collectivites)/.test(pattern)) continue
      const path = filled(pattern, '0198c0de-0000-7000-8000-000000000000')
      const { status, headers } = await open(path)
      // An address that no route takes is nobody's page.
      if (status === 404) continue
      assert.match(headers.get('cache-control') ?? '', /no-store/, path)
    }
    assert.isTrue(await isStillIn())
    for (const path of ['/connexion', '/invitation/x', '/mot-de-passe-oublie/x']) {
      const answer = await client.get(path).redirects(0)
      assert.match(answer.header('cache-control') ?? '', /private, no-store/, path)
    }
  })
})
