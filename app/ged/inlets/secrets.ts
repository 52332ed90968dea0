import encryption from '@adonisjs/core/services/encryption'

const PURPOSE = 'ged.inlet'

export const sealed = (secret: string): string => encryption.encrypt(secret, { purpose: PURPOSE })

/** @throws when no key of the application opens it. */
export function opened(text: string): string {
  const secret = encryption.decrypt<string>(text, PURPOSE)
  if (secret === null) throw new Error('Un mot de passe de boîte ne s’ouvre avec aucune clé.')
  return secret
}
