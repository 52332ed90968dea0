import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { wordsOfFault, type SignInFault } from '#lib/oidc'
import type { Purpose } from './pending.js'
import IdentityProvider from './provider.js'

/** Ours to mend, or an attack: the operator reads them. */
const LOUD: SignInFault[] = ['unsure', 'not_ready', 'away']

/** Says in one sentence why it failed and what to do; the other ways stay open below it. */
export function showFault(
  ctx: HttpContext,
  provider: IdentityProvider,
  purpose: Purpose,
  fault: SignInFault,
  error?: unknown
) {
  const level = LOUD.includes(fault) ? 'warn' : 'info'
  logger[level](
    { event: 'provider_failed', provider: provider.slug, fault, reason: reasonOf(error) },
    'a sign-in by a provider failed'
  )
  return showSentence(ctx, provider, purpose, wordsOfFault(fault, provider.label))
}

/** The same for a sentence of another kind. */
export async function showSentence(
  { view, response }: HttpContext,
  provider: IdentityProvider,
  purpose: Purpose,
  sentence: string
) {
  const door = purpose === 'person' ? 'person' : 'agent'
  const ways = await IdentityProvider.opening(door)
  response.status(422)
  return view.render('outsiders/providers/failed', { provider, door, sentence, ways })
}

/** What the program says of it: codes and claims, never a token. */
function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return error === undefined ? undefined : String(error)
  const { code } = error as { code?: string }
  return [code, error.message].filter(Boolean).join(': ').slice(0, 300)
}
