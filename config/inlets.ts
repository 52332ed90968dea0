import env from '#start/env'

/** Where the papers of members come from by themselves. */
export const inletsConfig = {
  /** What scanners write: below, a folder for each member, by its SIREN, that holds its own. */
  scansFolder: (env.get('GED_SCANS_FOLDER') ?? null) as string | null,
  /** A scanner still writes a file that changed since: its status, which no copy backdates. */
  settledMs: 10_000,
  /** Mail servers that may be private, or without TLS: `courriel.interne.fr`, `127.0.0.1:143`. */
  allowedHosts: env.get('GED_MAIL_ALLOWED_HOSTS', ''),
}
