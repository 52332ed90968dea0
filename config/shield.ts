import { isHttps } from '#config/app'

const SELF = "'self'"

/** What a page may load: what we serve, and the images and documents that it makes itself. */
const SOURCES = {
  'default-src': [SELF],
  'script-src': [SELF],
  'worker-src': [SELF],
  'style-src': [SELF],
  'img-src': [SELF, 'data:', 'blob:'],
  'connect-src': [SELF],
  'object-src': ["'none'"],
  'frame-src': [SELF, 'blob:'],
  'frame-ancestors': [SELF],
  'form-action': [SELF],
  'base-uri': [SELF],
}

export const contentSecurity = Object.entries(SOURCES)
  .map(([name, sources]) => `${name} ${sources.join(' ')}`)
  .join(';')

/** The guards of @adonisjs/shield; web/shield_middleware.ts and web/guarding_headers.ts run them. */
export default {
  csrf: { enabled: true, methods: ['POST', 'PUT', 'PATCH', 'DELETE'] },
  xFrame: { enabled: true, action: 'SAMEORIGIN' as const },
  hsts: { enabled: isHttps, maxAge: '180 days' },
  contentTypeSniffing: { enabled: true },
}
