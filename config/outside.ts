import env from '#start/env'

/** Where the services that we lean on listen: for the health page, which only knocks. */
export const outside = {
  redis: env.get('REDIS_URL'),
  antivirus: env.get('CLAMD_URL'),
  mail: env.get('SMTP_URL'),
  timestamping: env.get('TSA_URL').split(','),
  ministry: env.get('MINISTRY_URL').split(','),
}
