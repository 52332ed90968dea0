import { test } from '@japa/runner'
import { invite } from '#kernel/identity'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#kernel/values'
import {
  axeFindings,
  closeBrowser,
  overflowOf,
  screenshot,
  signIn,
  windowOn,
  type View,
} from '#tests/helpers/browser'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from './pages.js'

async function makePages(): Promise<VisitedPage[]> {
  const admin = await person('Yann Kerbrat', {
    'kervalan': ['administrator'],
    'saint-orven': ['agent'],
  })
  const { id } = await place('kervalan')
  const email = `soizic.${uuidv7().slice(-12)}@exemple.test`
  const mayor = { email, fullName: 'Soizic Madec', title: 'Maire', roles: ['signatory' as const] }
  await tenancy.run(id, () => invite(mayor, { kind: 'person', id: admin.id }))
  return [
    { name: 'login', path: '/connexion' },
    { name: 'password-lost', path: '/mot-de-passe-oublie' },
    { name: 'workplaces', path: '/collectivites', as: admin },
    { name: 'account', path: '/compte', as: admin },
    { name: 'account-password', path: '/compte/mot-de-passe', as: admin },
    { name: 'account-second-factor', path: '/compte/double-authentification', as: admin },
    { name: 'account-passkeys', path: '/compte/cles', as: admin },
    { name: 'account-sessions', path: '/compte/sessions', as: admin },
    { name: 'members', path: '/c/kervalan/membres', as: admin },
    { name: 'members-invite', path: '/c/kervalan/membres/inviter', as: admin },
  ]
}
let made: Promise<VisitedPage[]> | undefined

test.group('The pages of identity', (group) => {
  group.teardown(closeBrowser)

  for (const view of ['light', 'dark', 'narrow'] as View[]) {
    test(`are accessible and hold in a ${view} window`, async ({ assert }) => {
      const wrong: Record<string, string[]> = {}
      for (const { name, path, as } of await (made ??= makePages())) {
        const context = await windowOn(view)
        if (as) await signIn(context, as)
        const page = await context.newPage()
        const said: string[] = []
        page.on(
          'console',
          (message) => void (message.type() === 'error' && said.push(message.text()))
        )
        const answer = await page.goto(path, { waitUntil: 'load' })
        if (answer!.status() !== 200) said.push(`status ${answer!.status()}`)
        const wider = await overflowOf(page)
        if (wider > 0) said.push(`${wider} pixels too wide`)
        said.push(...(await axeFindings(page)))
        await screenshot(page, `identity-${name}-${view}`)
        if (said.length) wrong[name] = said
        await context.close()
      }
      assert.deepEqual(wrong, {})
    })
  }
})
