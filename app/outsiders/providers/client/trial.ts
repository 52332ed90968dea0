import { authorizationCodeGrant, randomPKCECodeVerifier, randomState } from 'openid-client'
import { faultOf, unlikeAgreed, type Published, type SignInFault } from '#lib/oidc'
import type IdentityProvider from '../provider.js'
import { returnAddress } from './addresses.js'
import { ask, type Configured } from './configured.js'

/** What came of asking a provider whether it knows us; `said` is for the operator. */
export interface Tried {
  well: boolean
  said: string
}

const WORDS: Partial<Record<SignInFault, string>> = {
  away: 'Il ne répond pas à cette adresse.',
  not_ready: 'Il refuse notre identifiant, notre secret ou notre adresse de retour.',
}
const STRANGE = 'Ce qui répond à cette adresse n’est pas ce fournisseur : vérifiez l’émetteur.'

/**
 * Asks what it publishes, compares it with what was agreed, and shows it a code that it never gave:
 * whoever knows us refuses the code, whoever does not refuses us. Nobody has to sign in.
 */
export async function tryProvider(provider: IdentityProvider): Promise<Tried> {
  try {
    const known = await ask(provider)
    const unlike = unlikeAgreed(known.published as Published, provider)
    if (unlike.length > 0) return { well: false, said: unlike.join(' ') }
    return await showFalseCode(provider, known)
  } catch (error) {
    return { well: false, said: WORDS[faultOf(error)] ?? STRANGE }
  }
}

async function showFalseCode(
  provider: IdentityProvider,
  { protocol, published }: Configured
): Promise<Tried> {
  const state = randomState()
  const answer = new URL(returnAddress(provider))
  const { issuer } = published
  answer.search = new URLSearchParams({ code: randomState(), state, iss: issuer }).toString()
  try {
    await authorizationCodeGrant(protocol, answer, {
      expectedState: state,
      pkceCodeVerifier: randomPKCECodeVerifier(),
    })
  } catch (error) {
    const fault = faultOf(error)
    // « invalid_grant »: it knows us, and the code is none of its own
    if (fault !== 'too_late') return { well: false, said: WORDS[fault] ?? STRANGE }
    return { well: true, said: 'Il répond, nous connaît, et publie ce qui était convenu.' }
  }
  return { well: false, said: 'Il a accepté un code qu’il n’a jamais donné : ne vous y fiez pas.' }
}
