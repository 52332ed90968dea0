import env from '#start/env'

/** The « Service DUME » of AIFE, where a DUME is found by its number; absent: it is asked nothing. */
export const dume = {
  /** Without `/dumeA`, nor a slash at its end: `https://api.aife.economie.gouv.fr/dume`. */
  url: (env.get('DUME_URL') ?? '').replace(/\/$/, ''),
  /** The SIRET under which the platform is connected there, and the code of its connection. */
  siret: env.get('DUME_SIRET') ?? '',
  technicalId: env.get('DUME_TECHNICAL_ID') ?? '',
  /** The client certificate that AIFE knows and its key, in one file (PEM). */
  certificateFile: env.get('DUME_CERTIFICATE_FILE') ?? '',
}
