import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { CookieClient } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import type { SessionData } from '@adonisjs/session/types'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import type User from '#kernel/people/user'
import { openSessionWith, strongFor } from '#tests/helpers/sessions'
import { untilTheEnd } from '#tests/helpers/simulators'
import { FACT_LIMIT_MS } from '#tests/helpers/until'

const screenshots = join(import.meta.dirname, '..', 'output', 'screenshots')
let running: Promise<Browser> | undefined

/** The Chromium that npm brings; one for the whole run. */
export function browser(): Promise<Browser> {
  running ??= launch()
  return running
}

async function launch(): Promise<Browser> {
  const launched = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  untilTheEnd(() => launched.close())
  return launched
}

/** Closes every window: the browser itself serves the next file, and ends with the run. */
export async function closeBrowser(): Promise<void> {
  const contexts = (await running)?.contexts() ?? []
  await Promise.all(contexts.map((context) => context.close()))
}

const VIEWS = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 320, height: 640 }, colorScheme: 'light' },
} as const

export type View = keyof typeof VIEWS

export const baseUrl = () => `http://${process.env.HOST}:${process.env.PORT}`

/** A window on the platform, as somebody sees it: theme, width, and with or without scripts. */
export async function windowOn(
  view: View,
  { scripts = true, base = baseUrl() } = {}
): Promise<BrowserContext> {
  const options = { ...VIEWS[view], locale: 'fr-FR', timezoneId: 'Europe/Paris' }
  const context = await (
    await browser()
  ).newContext({ ...options, baseURL: base, javaScriptEnabled: scripts })
  context.setDefaultTimeout(FACT_LIMIT_MS)
  return context
}

/** Gives a window the session of somebody, as the sign-in page would after her password. */
export const signIn = (context: BrowserContext, user: User): Promise<void> =>
  openSession(context, { auth_web: user.id, ...strongFor(user) })

/** Gives a window a session that holds `values`. */
export async function openSession(context: BrowserContext, values: SessionData): Promise<void> {
  const { cookieName, sessionId } = await openSessionWith(app, values)
  const cookies = new CookieClient((await app.container.make('encryption')).use())
  const value = cookies.sign(cookieName, sessionId)!
  await context.addCookies([{ name: cookieName, value, url: baseUrl() }])
}

/**
 * Keeps what a page looks like, for somebody to look at: with SCREENSHOTS=1, or PAGES for a few. No
 * test reads it, and three of every page are a quarter of the time of a visit.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS && !process.env.PAGES) return
  mkdirSync(screenshots, { recursive: true })
  // From its top: what sticks to the window would be drawn across the page.
  await page.evaluate('scrollTo(0, 0)')
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true })
}

/** How many pixels the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
}
