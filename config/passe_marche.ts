import env from '#start/env'

/** Passe Marché, where a company answers by its SIRET; absent: it is asked nothing. */
export const passeMarche = {
  /** Without `/api/v1`, nor a slash at its end. */
  url: (env.get('PASSE_MARCHE_URL') ?? '').replace(/\/$/, ''),
  clientId: env.get('PASSE_MARCHE_CLIENT_ID') ?? '',
  clientSecret: env.get('PASSE_MARCHE_CLIENT_SECRET')?.release() ?? '',
}
