import env from '#start/env'

/** What the platform is made of, on whatever machines: a copy of it may reach these, and nothing else. */
export const insideUrls = [
  env.get('DATABASE_URL'),
  env.get('DATABASE_APP_URL'),
  env.get('DATABASE_SYSTEM_URL'),
  env.get('DATABASE_LISTEN_URL'),
  env.get('S3_ENDPOINT'),
  env.get('CLAMD_URL'),
  env.get('OTEL_EXPORTER_OTLP_ENDPOINT'),
]

/** Where the services that we lean on listen: for the health page, which only knocks. */
export const outside = {
  redis: env.get('REDIS_URL'),
  antivirus: env.get('CLAMD_URL'),
  mail: env.get('SMTP_URL'),
  timestamping: env.get('TSA_URL').split(','),
  ministry: env.get('MINISTRY_URL').split(','),
}
