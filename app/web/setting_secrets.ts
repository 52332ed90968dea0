import encryption from '@adonisjs/core/services/encryption'

/** A setting of the kind `secret` as it is kept: `rotate_settings` writes it again under a new key. */
export const sealSetting = (secret: string): string => encryption.encrypt(secret)

/** What a kept secret says; nothing for one that no key opens, or that was never set. */
export const openSetting = (kept: string): string =>
  kept === '' ? '' : (encryption.decrypt<string>(kept) ?? '')
