import IdentityProvider from './provider.js'

/** Writes what we say to the providers of identity again under the current application key. */
export const rotateProviders = (): Promise<number> => IdentityProvider.rotateSecrets()
