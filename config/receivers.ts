import env from '#start/env'

/** Other people's machines, which members and companies ask us to tell of what happens. */
export const receivers = {
  /** Hosts that may be private, or without TLS: `erp.interne.fr`, `127.0.0.1:9000`; separated by commas. */
  allowedHosts: env.get('WEBHOOKS_ALLOWED_HOSTS', ''),
  /** The same, of the receivers of companies: of who is outside, and is let in nowhere. */
  strangersHosts: env.get('COMPANY_WEBHOOKS_ALLOWED_HOSTS', ''),
}
