import { appUrl } from '#config/app'
import type IdentityProvider from '../provider.js'

type Named = Pick<IdentityProvider, 'slug'>

/**
 * Where a provider gives people back: one address each, so that no answer of one is taken for the
 * answer of another. Of our own address, never of the Host that a request names.
 */
export const returnAddress = ({ slug }: Named): string =>
  new URL(`/connexion/avec/${slug}/retour`, appUrl).href

/** Where it gives them back once they left. */
export const exitAddress = ({ slug }: Named): string =>
  new URL(`/connexion/avec/${slug}/sortie`, appUrl).href
