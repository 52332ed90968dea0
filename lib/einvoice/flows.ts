/** The flows between platforms (XP Z12-013), as far as they need no network. */
export { isSigned, signed, type SignedCallback } from './flows/callback_signature.js'
export { syntaxOf, type FlowSyntax } from './flows/syntax.js'
