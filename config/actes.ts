import env from '#start/env'

export const actesConfig = {
  ministry: {
    urls: env.get('MINISTRY_URL').split(','),
    caFile: env.get('MINISTRY_CA_FILE'),
    user: env.get('MINISTRY_USER', ''),
    password: env.get('MINISTRY_PASSWORD', ''),
    /** How long we wait for an answer after an attempt whose outcome is unknown. */
    uncertainSeconds: env.get('MINISTRY_UNCERTAIN_SECONDS', 1800),
    /** What the ministry takes from one operator within an hour. */
    hourlyBytes: env.get('MINISTRY_HOURLY_BYTES', 648_358_000),
  },
  trigramme: env.get('ACTES_TRIGRAMME', 'HAL'),
  appli: env.get('ACTES_APPLI', 'TACT'),
  inbox: {
    driver: env.get('ACTES_INBOX_DRIVER', 'smtp'),
    smtpPort: env.get('ACTES_SMTP_PORT', 2525),
    imapUrl: env.get('IMAP_URL'),
    /** Who vouches that a mail comes from the ministry; nobody when no host is named. */
    trust: env.get('ACTES_AUTHENTICATION_HOST')
      ? {
          host: env.get('ACTES_AUTHENTICATION_HOST')!,
          domains: env.get('ACTES_AUTHENTICATION_DOMAINS', 'interieur.gouv.fr').split(','),
        }
      : null,
    returnAddress: env.get('ACTES_RETURN_ADDRESS', 'actes@halle.test'),
  },
  schemasDir: env.get('SCHEMAS_DIR'),
}
