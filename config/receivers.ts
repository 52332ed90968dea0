import env from '#start/env'

/** Other people's machines, which members ask us to tell of what happens. */
export const receivers = {
  /** Hosts that may be private, or without TLS: `erp.interne.fr`, `127.0.0.1:9000`; separated by commas. */
  allowedHosts: env.get('WEBHOOKS_ALLOWED_HOSTS', ''),
}
